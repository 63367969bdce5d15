// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scanner-status.h"

#include <string.h>

#define PREFIX       "STATUS_"
#define SAMBA_PREFIX "NT_"

/* Names of the NTSTATUS values of winerror-ntstatus.c (ntstatus.h, [MS-ERREF] 2.3), without their
 * prefix, in order of name. */
static const struct
{
  const char *name;
  guint32 status;
} statuses[] = {
  { "ACCOUNT_DISABLED", 0xC0000072 },
  { "ACCOUNT_RESTRICTION", 0xC000006E },
  { "ALIAS_EXISTS", 0xC0000154 },
  { "ALLOTTED_SPACE_EXCEEDED", 0xC0000099 },
  { "AUTHIP_FAILURE", 0xC000A086 },
  { "BAD_DESCRIPTOR_FORMAT", 0xC00000E7 },
  { "BAD_IMPERSONATION_LEVEL", 0xC00000A5 },
  { "BAD_INHERITANCE_ACL", 0xC000007D },
  { "BAD_LOGON_SESSION_STATE", 0xC0000104 },
  { "BAD_TOKEN_TYPE", 0xC00000A8 },
  { "BAD_VALIDATION_CLASS", 0xC00000A7 },
  { "CANNOT_IMPERSONATE", 0xC000010D },
  { "CANT_ACCESS_DOMAIN_INFO", 0xC00000DA },
  { "CANT_DISABLE_MANDATORY", 0xC000005D },
  { "CANT_OPEN_ANONYMOUS", 0xC00000A6 },
  { "COMMITMENT_LIMIT", 0xC000012D },
  { "CURRENT_DOMAIN_NOT_ALLOWED", 0xC00002E9 },
  { "DEVICE_REMOVED", 0xC00002B6 },
  { "DISK_CORRUPT_ERROR", 0xC0000032 },
  { "DOMAIN_EXISTS", 0xC00000E0 },
  { "DOMAIN_LIMIT_EXCEEDED", 0xC00000E1 },
  { "EVENTLOG_CANT_START", 0xC000018F },
  { "EVENTLOG_FILE_CHANGED", 0xC0000197 },
  { "EVENTLOG_FILE_CORRUPT", 0xC000018E },
  { "FAIL_FAST_EXCEPTION", 0xC0000602 },
  { "FILE_CORRUPT_ERROR", 0xC0000102 },
  { "GENERIC_NOT_MAPPED", 0xC00000E6 },
  { "GROUP_EXISTS", 0xC0000065 },
  { "ILL_FORMED_PASSWORD", 0xC000006B },
  { "INSUFFICIENT_RESOURCES", 0xC000009A },
  { "INTERNAL_DB_CORRUPTION", 0xC00000E4 },
  { "INTERNAL_DB_ERROR", 0xC0000158 },
  { "INTERNAL_ERROR", 0xC00000E5 },
  { "INVALID_ACCOUNT_NAME", 0xC0000062 },
  { "INVALID_ACL", 0xC0000077 },
  { "INVALID_DOMAIN_ROLE", 0xC00000DE },
  { "INVALID_DOMAIN_STATE", 0xC00000DD },
  { "INVALID_GROUP_ATTRIBUTES", 0xC00000A4 },
  { "INVALID_ID_AUTHORITY", 0xC0000084 },
  { "INVALID_LOGON_HOURS", 0xC000006F },
  { "INVALID_LOGON_TYPE", 0xC000010B },
  { "INVALID_MEMBER", 0xC000017B },
  { "INVALID_OWNER", 0xC000005A },
  { "INVALID_PRIMARY_GROUP", 0xC000005B },
  { "INVALID_SECURITY_DESCR", 0xC0000079 },
  { "INVALID_SERVER_STATE", 0xC00000DC },
  { "INVALID_SID", 0xC0000078 },
  { "INVALID_SUB_AUTHORITY", 0xC0000076 },
  { "INVALID_WORKSTATION", 0xC0000070 },
  { "LAST_ADMIN", 0xC0000069 },
  { "LICENSE_QUOTA_EXCEEDED", 0xC0000259 },
  { "LM_CROSS_ENCRYPTION_REQUIRED", 0xC000017F },
  { "LOCAL_USER_SESSION_KEY", 0x40000006 },
  { "LOGON_FAILURE", 0xC000006D },
  { "LOGON_NOT_GRANTED", 0xC0000155 },
  { "LOGON_SESSION_COLLISION", 0xC0000105 },
  { "LOGON_SESSION_EXISTS", 0xC00000EE },
  { "LOGON_TYPE_NOT_GRANTED", 0xC000015B },
  { "LOG_FILE_FULL", 0xC0000188 },
  { "LPC_REPLY_LOST", 0xC0000253 },
  { "LUIDS_EXHAUSTED", 0xC0000075 },
  { "MEMBERS_PRIMARY_GROUP", 0xC0000127 },
  { "MEMBER_IN_ALIAS", 0xC0000153 },
  { "MEMBER_IN_GROUP", 0xC0000067 },
  { "MEMBER_NOT_IN_ALIAS", 0xC0000152 },
  { "MEMBER_NOT_IN_GROUP", 0xC0000068 },
  { "MUTUAL_AUTHENTICATION_FAILED", 0xC00002C3 },
  { "NONE_MAPPED", 0xC0000073 },
  { "NOT_LOGON_PROCESS", 0xC00000ED },
  { "NO_IMPERSONATION_TOKEN", 0xC000005C },
  { "NO_INHERITANCE", 0x8000000B },
  { "NO_LOGON_SERVERS", 0xC000005E },
  { "NO_SECURITY_ON_OBJECT", 0xC00000D7 },
  { "NO_SUCH_ALIAS", 0xC0000151 },
  { "NO_SUCH_DOMAIN", 0xC00000DF },
  { "NO_SUCH_GROUP", 0xC0000066 },
  { "NO_SUCH_LOGON_SESSION", 0xC000005F },
  { "NO_SUCH_MEMBER", 0xC000017A },
  { "NO_SUCH_PACKAGE", 0xC00000FE },
  { "NO_SUCH_PRIVILEGE", 0xC0000060 },
  { "NO_SUCH_USER", 0xC0000064 },
  { "NO_USER_SESSION_KEY", 0xC0000202 },
  { "NT_CROSS_ENCRYPTION_REQUIRED", 0xC000015D },
  { "NULL_LM_PASSWORD", 0x4000000D },
  { "PAGEFILE_QUOTA", 0xC0000007 },
  { "PASSWORD_EXPIRED", 0xC0000071 },
  { "PASSWORD_RESTRICTION", 0xC000006C },
  { "PRIVILEGE_NOT_HELD", 0xC0000061 },
  { "REVISION_MISMATCH", 0xC0000059 },
  { "RXACT_COMMIT_FAILURE", 0xC000011D },
  { "RXACT_INVALID_STATE", 0xC000011C },
  { "SECRET_TOO_LONG", 0xC0000157 },
  { "SERVER_DISABLED", 0xC0000080 },
  { "SERVER_NOT_DISABLED", 0xC0000081 },
  { "SPECIAL_ACCOUNT", 0xC0000124 },
  { "SPECIAL_GROUP", 0xC0000125 },
  { "SPECIAL_USER", 0xC0000126 },
  { "SYMLINK_CLASS_DISABLED", 0xC0000715 },
  { "TIME_DIFFERENCE_AT_DC", 0xC0000133 },
  { "TOKEN_ALREADY_IN_USE", 0xC000012B },
  { "TOO_MANY_CONTEXT_IDS", 0xC000015A },
  { "TOO_MANY_LUIDS_REQUESTED", 0xC0000074 },
  { "TOO_MANY_SECRETS", 0xC0000156 },
  { "TOO_MANY_SIDS", 0xC000017E },
  { "UNKNOWN_REVISION", 0xC0000058 },
  { "USER_EXISTS", 0xC0000063 },
  { "WORKING_SET_QUOTA", 0xC00000A1 },
  { "WRONG_COMPARTMENT", 0xC000A085 },
  { "XMLDSIG_ERROR", 0xC000A084 },
  { "XML_PARSE_ERROR", 0xC000A083 },
};

static gboolean
skip (const char **name, gsize *length, const char *prefix)
{
  gsize size = strlen (prefix);

  if (*length < size || memcmp (*name, prefix, size) != 0)
    return FALSE;
  *name += size;
  *length -= size;
  return TRUE;
}

/**
 * winerror_scanner_lookup_status:
 * @name: the name of an NTSTATUS value: STATUS_LOGON_FAILURE, or Samba's NT_STATUS_LOGON_FAILURE
 * @length: its length in bytes
 * @status: (out): the value; unchanged where the name is not known
 *
 * Returns: whether the name is that of a status which means a Win32 code: see
 *   winerror_ntstatus_to_win32()
 */
gboolean
winerror_scanner_lookup_status (const char *name, gsize length, guint32 *status)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (statuses);

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (status != NULL, FALSE);

  skip (&name, &length, SAMBA_PREFIX);
  if (!skip (&name, &length, PREFIX))
    return FALSE;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = strncmp (statuses[middle].name, name, length);

      if (order == 0 && statuses[middle].name[length] != '\0')
        order = 1;
      if (order == 0)
        {
          *status = statuses[middle].status;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}
