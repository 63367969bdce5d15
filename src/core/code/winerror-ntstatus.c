// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ntstatus.h"

#include <stdlib.h>
#include <string.h>

#define PREFIX       "STATUS_"
#define SAMBA_PREFIX "NT_"

typedef struct
{
  guint32 value;
  guint16 win32;
  const char *name; /* without its prefix */
} Status;

/* NTSTATUS values (ntstatus.h, [MS-ERREF] 2.3) whose Win32 meaning is known, by
 * RtlNtStatusToDosError() or by the same text (0xC0000602); in order of value. */
static const Status statuses[] = {
  { 0x40000006, 1303, "LOCAL_USER_SESSION_KEY" },
  { 0x4000000D, 1304, "NULL_LM_PASSWORD" },
  { 0x8000000B, 1391, "NO_INHERITANCE" },
  { 0xC0000007, 1454, "PAGEFILE_QUOTA" },
  { 0xC0000022, 5, "ACCESS_DENIED" },
  { 0xC0000032, 1393, "DISK_CORRUPT_ERROR" },
  { 0xC0000058, 1305, "UNKNOWN_REVISION" },
  { 0xC0000059, 1306, "REVISION_MISMATCH" },
  { 0xC000005A, 1307, "INVALID_OWNER" },
  { 0xC000005B, 1308, "INVALID_PRIMARY_GROUP" },
  { 0xC000005C, 1309, "NO_IMPERSONATION_TOKEN" },
  { 0xC000005D, 1310, "CANT_DISABLE_MANDATORY" },
  { 0xC000005E, 1311, "NO_LOGON_SERVERS" },
  { 0xC000005F, 1312, "NO_SUCH_LOGON_SESSION" },
  { 0xC0000060, 1313, "NO_SUCH_PRIVILEGE" },
  { 0xC0000061, 1314, "PRIVILEGE_NOT_HELD" },
  { 0xC0000062, 1315, "INVALID_ACCOUNT_NAME" },
  { 0xC0000063, 1316, "USER_EXISTS" },
  { 0xC0000064, 1317, "NO_SUCH_USER" },
  { 0xC0000065, 1318, "GROUP_EXISTS" },
  { 0xC0000066, 1319, "NO_SUCH_GROUP" },
  { 0xC0000067, 1320, "MEMBER_IN_GROUP" },
  { 0xC0000068, 1321, "MEMBER_NOT_IN_GROUP" },
  { 0xC0000069, 1322, "LAST_ADMIN" },
  { 0xC000006A, 86, "WRONG_PASSWORD" },
  { 0xC000006B, 1324, "ILL_FORMED_PASSWORD" },
  { 0xC000006C, 1325, "PASSWORD_RESTRICTION" },
  { 0xC000006D, 1326, "LOGON_FAILURE" },
  { 0xC000006E, 1327, "ACCOUNT_RESTRICTION" },
  { 0xC000006F, 1328, "INVALID_LOGON_HOURS" },
  { 0xC0000070, 1329, "INVALID_WORKSTATION" },
  { 0xC0000071, 1330, "PASSWORD_EXPIRED" },
  { 0xC0000072, 1331, "ACCOUNT_DISABLED" },
  { 0xC0000073, 1332, "NONE_MAPPED" },
  { 0xC0000074, 1333, "TOO_MANY_LUIDS_REQUESTED" },
  { 0xC0000075, 1334, "LUIDS_EXHAUSTED" },
  { 0xC0000076, 1335, "INVALID_SUB_AUTHORITY" },
  { 0xC0000077, 1336, "INVALID_ACL" },
  { 0xC0000078, 1337, "INVALID_SID" },
  { 0xC0000079, 1338, "INVALID_SECURITY_DESCR" },
  { 0xC000007D, 1340, "BAD_INHERITANCE_ACL" },
  { 0xC0000080, 1341, "SERVER_DISABLED" },
  { 0xC0000081, 1342, "SERVER_NOT_DISABLED" },
  { 0xC0000084, 1343, "INVALID_ID_AUTHORITY" },
  { 0xC0000099, 1344, "ALLOTTED_SPACE_EXCEEDED" },
  { 0xC000009A, 1450, "INSUFFICIENT_RESOURCES" },
  { 0xC00000A1, 1453, "WORKING_SET_QUOTA" },
  { 0xC00000A4, 1345, "INVALID_GROUP_ATTRIBUTES" },
  { 0xC00000A5, 1346, "BAD_IMPERSONATION_LEVEL" },
  { 0xC00000A6, 1347, "CANT_OPEN_ANONYMOUS" },
  { 0xC00000A7, 1348, "BAD_VALIDATION_CLASS" },
  { 0xC00000A8, 1349, "BAD_TOKEN_TYPE" },
  { 0xC00000D7, 1350, "NO_SECURITY_ON_OBJECT" },
  { 0xC00000DA, 1351, "CANT_ACCESS_DOMAIN_INFO" },
  { 0xC00000DC, 1352, "INVALID_SERVER_STATE" },
  { 0xC00000DD, 1353, "INVALID_DOMAIN_STATE" },
  { 0xC00000DE, 1354, "INVALID_DOMAIN_ROLE" },
  { 0xC00000DF, 1355, "NO_SUCH_DOMAIN" },
  { 0xC00000E0, 1356, "DOMAIN_EXISTS" },
  { 0xC00000E1, 1357, "DOMAIN_LIMIT_EXCEEDED" },
  { 0xC00000E4, 1358, "INTERNAL_DB_CORRUPTION" },
  { 0xC00000E5, 1359, "INTERNAL_ERROR" },
  { 0xC00000E6, 1360, "GENERIC_NOT_MAPPED" },
  { 0xC00000E7, 1361, "BAD_DESCRIPTOR_FORMAT" },
  { 0xC00000ED, 1362, "NOT_LOGON_PROCESS" },
  { 0xC00000EE, 1363, "LOGON_SESSION_EXISTS" },
  { 0xC00000FE, 1364, "NO_SUCH_PACKAGE" },
  { 0xC0000102, 1392, "FILE_CORRUPT_ERROR" },
  { 0xC0000104, 1365, "BAD_LOGON_SESSION_STATE" },
  { 0xC0000105, 1366, "LOGON_SESSION_COLLISION" },
  { 0xC000010B, 1367, "INVALID_LOGON_TYPE" },
  { 0xC000010D, 1368, "CANNOT_IMPERSONATE" },
  { 0xC000011C, 1369, "RXACT_INVALID_STATE" },
  { 0xC000011D, 1370, "RXACT_COMMIT_FAILURE" },
  { 0xC0000124, 1371, "SPECIAL_ACCOUNT" },
  { 0xC0000125, 1372, "SPECIAL_GROUP" },
  { 0xC0000126, 1373, "SPECIAL_USER" },
  { 0xC0000127, 1374, "MEMBERS_PRIMARY_GROUP" },
  { 0xC000012B, 1375, "TOKEN_ALREADY_IN_USE" },
  { 0xC000012D, 1455, "COMMITMENT_LIMIT" },
  { 0xC0000133, 1398, "TIME_DIFFERENCE_AT_DC" },
  { 0xC0000151, 1376, "NO_SUCH_ALIAS" },
  { 0xC0000152, 1377, "MEMBER_NOT_IN_ALIAS" },
  { 0xC0000153, 1378, "MEMBER_IN_ALIAS" },
  { 0xC0000154, 1379, "ALIAS_EXISTS" },
  { 0xC0000155, 1380, "LOGON_NOT_GRANTED" },
  { 0xC0000156, 1381, "TOO_MANY_SECRETS" },
  { 0xC0000157, 1382, "SECRET_TOO_LONG" },
  { 0xC0000158, 1383, "INTERNAL_DB_ERROR" },
  { 0xC000015A, 1384, "TOO_MANY_CONTEXT_IDS" },
  { 0xC000015B, 1385, "LOGON_TYPE_NOT_GRANTED" },
  { 0xC000015D, 1386, "NT_CROSS_ENCRYPTION_REQUIRED" },
  { 0xC000017A, 1387, "NO_SUCH_MEMBER" },
  { 0xC000017B, 1388, "INVALID_MEMBER" },
  { 0xC000017E, 1389, "TOO_MANY_SIDS" },
  { 0xC000017F, 1390, "LM_CROSS_ENCRYPTION_REQUIRED" },
  { 0xC0000188, 1502, "LOG_FILE_FULL" },
  { 0xC000018C, 1788, "TRUSTED_DOMAIN_FAILURE" },
  { 0xC000018D, 1789, "TRUSTED_RELATIONSHIP_FAILURE" },
  { 0xC000018E, 1500, "EVENTLOG_FILE_CORRUPT" },
  { 0xC000018F, 1501, "EVENTLOG_CANT_START" },
  { 0xC0000193, 1793, "ACCOUNT_EXPIRED" },
  { 0xC0000197, 1503, "EVENTLOG_FILE_CHANGED" },
  { 0xC0000199, 1808, "NOLOGON_WORKSTATION_TRUST_ACCOUNT" },
  { 0xC0000202, 1394, "NO_USER_SESSION_KEY" },
  { 0xC0000224, 1907, "PASSWORD_MUST_CHANGE" },
  { 0xC0000234, 1909, "ACCOUNT_LOCKED_OUT" },
  { 0xC0000253, 1359, "LPC_REPLY_LOST" },
  { 0xC0000259, 1395, "LICENSE_QUOTA_EXCEEDED" },
  { 0xC00002B6, 1617, "DEVICE_REMOVED" },
  { 0xC00002C3, 1397, "MUTUAL_AUTHENTICATION_FAILED" },
  { 0xC00002E9, 1399, "CURRENT_DOMAIN_NOT_ALLOWED" },
  { 0xC0000602, 1653, "FAIL_FAST_EXCEPTION" },
  { 0xC0000715, 1463, "SYMLINK_CLASS_DISABLED" },
  { 0xC000A083, 1465, "XML_PARSE_ERROR" },
  { 0xC000A084, 1466, "XMLDSIG_ERROR" },
  { 0xC000A085, 1468, "WRONG_COMPARTMENT" },
  { 0xC000A086, 1469, "AUTHIP_FAILURE" },
};

static int
compare_values (const void *a, const void *b)
{
  guint32 value = *(const guint32 *) a;
  const Status *status = b;

  return (value > status->value) - (value < status->value);
}

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
  const Status *found;

  g_return_val_if_fail (win32 != NULL, FALSE);

  found = bsearch (&status, statuses, G_N_ELEMENTS (statuses), sizeof *statuses, compare_values);
  if (found == NULL)
    return FALSE;
  *win32 = found->win32;
  return TRUE;
}

static gboolean
skip_prefix (const char **name, gsize *length, const char *prefix)
{
  gsize size = strlen (prefix);

  if (*length < size || memcmp (*name, prefix, size) != 0)
    return FALSE;
  *name += size;
  *length -= size;
  return TRUE;
}

/**
 * winerror_ntstatus_from_name:
 * @name: the name of an NTSTATUS value: STATUS_LOGON_FAILURE, or Samba's NT_STATUS_LOGON_FAILURE
 * @length: its length in bytes
 * @status: (out): the value; unchanged where the name is not known
 *
 * Names are rare in a log: the table is walked through.
 *
 * Returns: whether the name is that of a status which means a Win32 code: see
 *   winerror_ntstatus_to_win32()
 */
gboolean
winerror_ntstatus_from_name (const char *name, gsize length, guint32 *status)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (status != NULL, FALSE);

  skip_prefix (&name, &length, SAMBA_PREFIX);
  if (!skip_prefix (&name, &length, PREFIX))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strncmp (statuses[i].name, name, length) == 0 && statuses[i].name[length] == '\0')
      {
        *status = statuses[i].value;
        return TRUE;
      }
  return FALSE;
}
