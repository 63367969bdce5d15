// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Writes a log for the scanner's benchmark to standard output: lines as services, installers and
 * servers print them, full of times, versions, ports and identifiers, and a code of one family or
 * another in one line of 200. The same size gives the same bytes.
 *
 * Usage: bench-scan-log MEGABYTES */

#include <glib.h>
#include <stdio.h>
#include <string.h>

#define LINES_PER_CODE 200

/* In a template, each @ is replaced by something random: @t a time, @d a number of one to six
 * digits, @x eight hexadecimal digits, @g a GUID, @w a word, @c a system error, @h an HRESULT and
 * @n an NTSTATUS value. */
static const char *const plain[] = {
  "@t [INFO ] [worker-@d] com.example.ledger.Posting - posted batch @d in @d ms (@w, @w)",
  "@t [DEBUG] [pool-@d] cache lookup key=user:@w:profile hit=false size=@d ttl=@d",
  "@t 192.0.2.15 GET /static/@w/@w.js v=@d 443 - 192.0.2.77 Mozilla/5.0+(Windows+NT+10.0) - 200 0 "
  "0 @d",
  "192.0.2.77 - - [@t +0200] \"GET /kb/@w?id=@d HTTP/1.1\" 200 @d \"-\" \"Mozilla/5.0 (X11; "
  "Linux)\"",
  "@t, Info                  CBS    Appl: detect Parent, Package: "
  "Package_@d_for_KB@d~31bf3856ad364e35",
  "@t, Info                  CSI    @x [SR] Verifying @d components",
  "@t, Info                  DISM   DISM Provider Store: PID=@d TID=@d Loading Provider from "
  "@w.dll",
  "MSI (s) (3C:A0) [13:26:14:402]: Executing op: RegAddValue(Name=@w,Value=@w @w,)",
  "MSI (s) (3C:A0) [13:26:14:418]: Component: @w.@x; Installed: Absent; Request: Local; Action: "
  "Local",
  "Property(S): @w_@w = C:\\Program Files\\@w\\@w @d\\",
  "May 14 13:26:02 fs02 systemd[1]: Started session @d of user @w.",
  "May 14 13:26:02 fs02 sshd[@d]: Accepted publickey for @w from 192.0.2.9 port @d ssh2",
  "@t spid@ds     Recovery of database '@w' (@d) is @d% complete (approximately @d seconds "
  "remain).",
  "@t instance {@g} of task \\@w\\@w started by user EXAMPLE\\@w",
  "{\"time\":\"@t\",\"level\":\"info\",\"msg\":\"@w @w "
  "@w\",\"trace\":\"@x@x\",\"bytes\":@d,\"port\":@d}",
  "@t  @d  @x  Agent           Added update {@g}.@d to search result",
  "    at com.example.@w.@w.run(@w.java:@d)",
  "The @w service entered the running state after the @w was read and the @w had been @w.",
  "@t warning: the @w of the @w could not be @w in time, using the default of @d",
  "@t @w finished with status @w, result 0x00000000, flags 0x@x",
  "@t Copied @d files, @d KB, in @d ms; skipped @d; the next run is scheduled for @t",
  "@t [@d] user @w opened the document \"@w @w @w\" on workstation WS-@d",
  "",
};

static const char *const with_code[] = {
  "@t MainEngineThread is returning @c",
  "@t [error] LogonUser(@w) failed with error @c",
  "@t Operating system error @c while writing @w",
  "@t e000: Error 0x80070643: failed to install @w",
  "@t Sync failed, hr=@h, retry in @d s",
  "@t *FAILED* [80070005] Method failed (@w)",
  "@t HResult=-2147023570 in @w",
  "@t CreateFile -> ERROR_LOGON_FAILURE (@w)",
  "@t Logon of @w returns @n",
  "@t [SR] STATUS_OBJECT_NAME_NOT_FOUND while reading @w",
  "@t IOException: The file or directory is corrupted and unreadable. : 'E:\\@w'",
  "@t @w: The paging file is too small for this operation to complete.",
  "@t exit code: @c from @w",
};

static const char *const words[] = {
  "account", "agent",   "archive", "backup",  "bridge", "catalog", "channel", "cluster", "config",
  "console", "default", "deploy",  "device",  "driver", "element", "engine",  "export",  "filter",
  "folder",  "gateway", "handler", "history", "image",  "import",  "index",   "invoice", "journal",
  "kernel",  "ledger",  "library", "manager", "module", "monitor", "network", "object",  "orders",
  "package", "payload", "pending", "policy",  "queue",  "record",  "report",  "request", "schema",
  "service", "session", "socket",  "storage", "stream", "table",   "target",  "ticket",  "update",
  "vendor",  "version", "viewer",  "volume",  "window", "worker",  "written", "zone",
};

/* Codes that the tables have */
static const guint codes[] = { 5, 32, 53, 1053, 1314, 1326, 1392, 1603, 1618, 3010, 8453, 12029 };
static const guint hresults[] = { 0x80004005, 0x80040154, 0x8007052E, 0x80240022, 0x800F081F };
static const guint statuses[] = { 0xC0000005, 0xC0000022, 0xC000006D, 0xC0000135 };

static void
append_hex (GString *line, GRand *rand)
{
  g_string_append_printf (line, "%08x", g_rand_int (rand));
}

static void
append_template (GString *line, const char *format, GRand *rand, gint64 *clock)
{
  for (const char *p = format; *p != '\0'; p++)
    {
      if (*p != '@')
        {
          g_string_append_c (line, *p);
          continue;
        }
      switch (*++p)
        {
        case 't':
          *clock += g_rand_int_range (rand, 0, 400);
          g_string_append_printf (line, "2024-05-%02d %02d:%02d:%02d.%03d",
                                  (int) (*clock / 86400000 % 28) + 1, (int) (*clock / 3600000 % 24),
                                  (int) (*clock / 60000 % 60), (int) (*clock / 1000 % 60),
                                  (int) (*clock % 1000));
          break;
        case 'd':
          {
            gint32 limit = 10;

            for (gint32 i = g_rand_int_range (rand, 0, 6); i > 0; i--)
              limit *= 10;
            g_string_append_printf (line, "%d", g_rand_int_range (rand, 0, limit));
          }
          break;
        case 'x':
          append_hex (line, rand);
          break;
        case 'g':
          append_hex (line, rand);
          g_string_append_printf (line, "-%04X-4%03X-8%03X-", g_rand_int (rand) & 0xFFFF,
                                  g_rand_int (rand) & 0xFFF, g_rand_int (rand) & 0xFFF);
          append_hex (line, rand);
          g_string_append_printf (line, "%04X", g_rand_int (rand) & 0xFFFF);
          break;
        case 'w':
          g_string_append (line, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
          break;
        case 'h':
          g_string_append_printf (line, "0x%08X",
                                  hresults[g_rand_int_range (rand, 0, G_N_ELEMENTS (hresults))]);
          break;
        case 'n':
          g_string_append_printf (line, "0x%08X",
                                  statuses[g_rand_int_range (rand, 0, G_N_ELEMENTS (statuses))]);
          break;
        default:
          g_string_append_printf (line, "%u",
                                  codes[g_rand_int_range (rand, 0, G_N_ELEMENTS (codes))]);
          break;
        }
    }
  g_string_append_c (line, '\n');
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1326);
  g_autoptr (GString) line = g_string_new (NULL);
  gint64 clock = 0;
  guint64 left;
  guint64 n = 0;

  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 100000, &left, NULL))
    {
      g_printerr ("Usage: %s MEGABYTES\n", argv[0]);
      return 2;
    }

  for (left *= 1000000; left > 0; left -= MIN (left, line->len))
    {
      g_string_truncate (line, 0);
      if (++n % LINES_PER_CODE == 0)
        append_template (line, with_code[g_rand_int_range (rand, 0, G_N_ELEMENTS (with_code))],
                         rand, &clock);
      else
        append_template (line, plain[g_rand_int_range (rand, 0, G_N_ELEMENTS (plain))], rand,
                         &clock);
      if (fwrite (line->str, 1, line->len, stdout) != line->len)
        return 1;
    }
  return 0;
}
