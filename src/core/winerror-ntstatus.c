// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ntstatus.h"

/* NTSTATUS values (ntstatus.h, [MS-ERREF] 2.3) whose Win32 meaning, by RtlNtStatusToDosError() or
 * by the same text (0xC0000602), is one of the system error codes 1300-1699. */
static const struct
{
  guint32 status;
  guint16 win32;
} statuses[] = {
  { 0x40000006, 1303 }, { 0x4000000D, 1304 }, { 0x8000000B, 1391 }, { 0xC0000007, 1454 },
  { 0xC0000022, 5 },    { 0xC0000032, 1393 }, { 0xC0000058, 1305 }, { 0xC0000059, 1306 },
  { 0xC000005A, 1307 }, { 0xC000005B, 1308 }, { 0xC000005C, 1309 }, { 0xC000005D, 1310 },
  { 0xC000005E, 1311 }, { 0xC000005F, 1312 }, { 0xC0000060, 1313 }, { 0xC0000061, 1314 },
  { 0xC0000062, 1315 }, { 0xC0000063, 1316 }, { 0xC0000064, 1317 }, { 0xC0000065, 1318 },
  { 0xC0000066, 1319 }, { 0xC0000067, 1320 }, { 0xC0000068, 1321 }, { 0xC0000069, 1322 },
  { 0xC000006A, 86 },   { 0xC000006B, 1324 }, { 0xC000006C, 1325 }, { 0xC000006D, 1326 },
  { 0xC000006E, 1327 }, { 0xC000006F, 1328 }, { 0xC0000070, 1329 }, { 0xC0000071, 1330 },
  { 0xC0000072, 1331 }, { 0xC0000073, 1332 }, { 0xC0000074, 1333 }, { 0xC0000075, 1334 },
  { 0xC0000076, 1335 }, { 0xC0000077, 1336 }, { 0xC0000078, 1337 }, { 0xC0000079, 1338 },
  { 0xC000007D, 1340 }, { 0xC0000080, 1341 }, { 0xC0000081, 1342 }, { 0xC0000084, 1343 },
  { 0xC0000099, 1344 }, { 0xC000009A, 1450 }, { 0xC00000A1, 1453 }, { 0xC00000A4, 1345 },
  { 0xC00000A5, 1346 }, { 0xC00000A6, 1347 }, { 0xC00000A7, 1348 }, { 0xC00000A8, 1349 },
  { 0xC00000D7, 1350 }, { 0xC00000DA, 1351 }, { 0xC00000DC, 1352 }, { 0xC00000DD, 1353 },
  { 0xC00000DE, 1354 }, { 0xC00000DF, 1355 }, { 0xC00000E0, 1356 }, { 0xC00000E1, 1357 },
  { 0xC00000E4, 1358 }, { 0xC00000E5, 1359 }, { 0xC00000E6, 1360 }, { 0xC00000E7, 1361 },
  { 0xC00000ED, 1362 }, { 0xC00000EE, 1363 }, { 0xC00000FE, 1364 }, { 0xC0000102, 1392 },
  { 0xC0000104, 1365 }, { 0xC0000105, 1366 }, { 0xC000010B, 1367 }, { 0xC000010D, 1368 },
  { 0xC000011C, 1369 }, { 0xC000011D, 1370 }, { 0xC0000124, 1371 }, { 0xC0000125, 1372 },
  { 0xC0000126, 1373 }, { 0xC0000127, 1374 }, { 0xC000012B, 1375 }, { 0xC000012D, 1455 },
  { 0xC0000133, 1398 }, { 0xC0000151, 1376 }, { 0xC0000152, 1377 }, { 0xC0000153, 1378 },
  { 0xC0000154, 1379 }, { 0xC0000155, 1380 }, { 0xC0000156, 1381 }, { 0xC0000157, 1382 },
  { 0xC0000158, 1383 }, { 0xC000015A, 1384 }, { 0xC000015B, 1385 }, { 0xC000015D, 1386 },
  { 0xC000017A, 1387 }, { 0xC000017B, 1388 }, { 0xC000017E, 1389 }, { 0xC000017F, 1390 },
  { 0xC0000188, 1502 }, { 0xC000018C, 1788 }, { 0xC000018D, 1789 }, { 0xC000018E, 1500 },
  { 0xC000018F, 1501 }, { 0xC0000193, 1793 }, { 0xC0000197, 1503 }, { 0xC0000199, 1808 },
  { 0xC0000202, 1394 }, { 0xC0000224, 1907 }, { 0xC0000234, 1909 }, { 0xC0000253, 1359 },
  { 0xC0000259, 1395 }, { 0xC00002B6, 1617 }, { 0xC00002C3, 1397 }, { 0xC00002E9, 1399 },
  { 0xC0000602, 1653 }, { 0xC0000715, 1463 }, { 0xC000A083, 1465 }, { 0xC000A084, 1466 },
  { 0xC000A085, 1468 }, { 0xC000A086, 1469 },
};

/**
 * winerror_ntstatus_to_win32:
 * @status: an NTSTATUS value
 * @win32: (out): the Win32 code that it means; unchanged where it has none
 *
 * Returns: whether it is known which Win32 code the status means
 */
gboolean
winerror_ntstatus_to_win32 (guint32 status, guint32 *win32)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (statuses);

  g_return_val_if_fail (win32 != NULL, FALSE);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (statuses[middle].status == status)
        {
          *win32 = statuses[middle].win32;
          return TRUE;
        }
      if (statuses[middle].status < status)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}
