// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Header files of C, and files like them: #define, enum, and constants, with their comments. */

#include "winerror-gettext.h"
#include "winerror-import-expression.h"
#include "winerror-import-markup.h"
#include "winerror-import-member.h"
#include "winerror-import-readers.h"
#include "winerror-text.h"

#include <string.h>

/* Names of what is no code in any header: the fields of codes, and the ends of ranges. */
static const char *const field_parts[] = { "FACILITY_", "SEVERITY_" };
static const char *const field_ends[] = { "_FIRST", "_LAST" };

/* Names of codes by the convention of a header of Windows. */
static const char *const code_beginnings[] = {
  "ERROR_", "STATUS_", "E_",   "S_",       "WSA",     "NERR_", "RPC_S_",  "RPC_X_",     "RPC_NT_",
  "EPT_S_", "SEC_",    "DBG_", "CM_PROB_", "BUGCODE", "CO_E_", "FRS_ERR", "DNS_ERROR_",
};
static const char *const code_parts[] = { "_E_", "_S_", "_W_" };

/* Parts of the names that others give codes. */
static const char *const likely_parts[] = { "ERR", "FAIL", "FAULT", "EXCEPTION" };

/* Names of other numbers, where nothing else says that they are codes. */
static const char *const other_parts[] = {
  "_FLAG", "FLAG_", "MASK", "VERSION", "OPTION", "BUFFER_SIZE", "_LENGTH", "CALLBACK",
};
static const char *const other_ends[] = {
  "BASE", "BASEERR", "BASEEND", "_MAX", "_MIN", "_BEGIN", "_END", "_H", "_H_", "_INCLUDED",
};
static const char *const other_beginnings[] = { "MAX_", "MIN_", "_", "NUM_" };

/* How sure it is that a constant is a code. */
typedef enum
{
  SURE_NOT,
  UNLIKELY,
  UNKNOWN,
  LIKELY,
  SURE,
} Sureness;

/* Something that has a name and a number. */
typedef struct
{
  char *symbol;
  char *text; /* NULL without */
  WinerrorImportValue value;
  guint line;
  guint column;
  gboolean typed; /* it says that it is a code, in one way or another */
  gboolean named; /* it is in an enumeration that is named after what codes are */
  gboolean weak;  /* its text is the comment above it, which may be that of a group */
} Constant;

typedef struct
{
  WinerrorImportDraft *draft;
  WinerrorImportMacros *macros;
  GArray *constants;
  const char *text;
  const char *p;
  guint line;
  guint code_line;   /* where the code of the line begins */
  GString *code;     /* a line without its comments; goes on after a backslash */
  GString *trailing; /* the comment in it */
  GString *above;    /* the comment lines above */
  gboolean doc;      /* they are documentation, of the one thing below them */
  guint last;        /* the constant of the line before, 1 for the first; 0 where it has none */
  gboolean in_enum;
  gboolean of_codes; /* by the name of the enumeration */
  guint32 next_value;
} Header;

static void
constant_clear (gpointer data)
{
  Constant *constant = data;

  g_free (constant->symbol);
  g_free (constant->text);
}

static void
header_clear (Header *self)
{
  g_clear_pointer (&self->macros, winerror_import_macros_free);
  g_clear_pointer (&self->constants, g_array_unref);
  g_string_free (self->code, TRUE);
  g_string_free (self->trailing, TRUE);
  g_string_free (self->above, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, header_clear)

/* A line of a comment, without the signs that make it one. */
static void
append_comment (GString *out, const char *from, const char *to)
{
  while (from < to && (strchr ("/*!", *from) != NULL || g_ascii_isspace (*from)))
    from++;
  /* Doxygen's mark of a comment that stands after */
  if (to - from > 1 && from[0] == '<' && g_ascii_isspace (from[1]))
    from += 2;
  while (to > from && (g_ascii_isspace (to[-1]) || to[-1] == '*'))
    to--;
  g_string_append_len (out, from, to - from);
  g_string_append_c (out, '\n');
}

/* Reads a line into code and comment; a comment of several lines, and lines that go on, are one. */
static gboolean
read_line (Header *self)
{
  char quote = '\0';

  g_string_truncate (self->code, 0);
  g_string_truncate (self->trailing, 0);
  if (*self->p == '\0' ||
      !winerror_import_draft_go_on (self->draft, (gsize) (self->p - self->text)))
    return FALSE;
  self->code_line = self->line;
  for (const char *p = self->p;; p++)
    {
      if (*p == '\0' || *p == '\n')
        {
          self->line++;
          if (*p == '\n' && self->code->len > 0 && quote == '\0' &&
              self->code->str[self->code->len - 1] == '\\')
            {
              g_string_truncate (self->code, self->code->len - 1);
              continue;
            }
          self->p = *p != '\0' ? p + 1 : p;
          return TRUE;
        }
      if (*p == '\r')
        continue;
      if (quote != '\0')
        {
          g_string_append_c (self->code, *p);
          if (*p == '\\' && p[1] != '\0' && p[1] != '\n')
            g_string_append_c (self->code, *++p);
          else if (*p == quote)
            quote = '\0';
          continue;
        }
      if (p[0] == '/' && p[1] == '/')
        {
          const char *end = p + strcspn (p, "\n");

          self->doc |= p[2] == '/' || p[2] == '!';
          append_comment (self->trailing, p, end);
          p = end - 1;
          continue;
        }
      if (p[0] == '/' && p[1] == '*')
        {
          const char *end = strstr (p + 2, "*/");
          const char *from = p + 2;

          self->doc |= (p[2] == '*' && p[3] != '/') || p[2] == '!';
          if (end == NULL)
            end = p + strlen (p);
          for (const char *q = from; q <= end; q++)
            if (q == end || *q == '\n')
              {
                append_comment (self->trailing, from, q);
                from = q + 1;
                self->line += q < end;
              }
          g_string_append_c (self->code, ' ');
          p = *end != '\0' ? end + 1 : end - 1;
          continue;
        }
      if (*p == '"')
        quote = *p;
      g_string_append_c (self->code, *p);
    }
}

/* The text of a comment: what mc.exe and wmc write, or the whole. */
static char *
comment_text (const char *comment, gboolean *typed)
{
  static const char *const marks[] = { "MessageText:", "Approximate msg:", "MessageText :" };
  g_autofree char *text = NULL;
  const char *from = comment;

  *typed = strstr (comment, "MessageId") != NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *found = strstr (comment, marks[i]);

      if (found != NULL)
        {
          from = found + strlen (marks[i]);
          *typed = TRUE;
          break;
        }
    }
  if (from == comment)
    {
      /* a comment of one word says nothing: // winnt; and this is about the file */
      if (*typed || strstr (comment, "SPDX-") != NULL || strstr (comment, "Copyright") != NULL)
        return NULL;
      if (g_str_has_prefix (from, "@brief ") || g_str_has_prefix (from, "\\brief "))
        from += 7;
    }
  /* line breaks of a comment are blanks, but not those between paragraphs */
  {
    g_auto (GStrv) lines = g_strsplit (from, "\n", -1);
    g_autoptr (GString) flat = g_string_new (NULL);

    for (char **line = lines; *line != NULL; line++)
      {
        if ((*line)[strspn (*line, "-=*#/ ")] == '\0')
          g_string_append (flat, "\n\n");
        else
          g_string_append_printf (flat, "%s ", *line);
      }
    /* <summary> and the like */
    text = strstr (flat->str, "</") != NULL ? winerror_import_markup_to_text (flat->str, FALSE)
                                            : winerror_import_normalize (flat->str);
  }
  if (g_str_has_suffix (text, "%0"))
    text[strlen (text) - 2] = '\0';
  if (text[0] == '\0' || (!*typed && strchr (text, ' ') == NULL))
    return NULL;
  return g_steal_pointer (&text);
}

static gboolean
has_any (const char *symbol, const char *const *parts, gsize n, char where)
{
  for (gsize i = 0; i < n; i++)
    if (where == '^'   ? g_str_has_prefix (symbol, parts[i])
        : where == '$' ? g_str_has_suffix (symbol, parts[i])
                       : strstr (symbol, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_constant (Header *self, const char *symbol, const char *expression, gsize column)
{
  Constant constant = { .line = self->code_line, .column = (guint) column + 1 };
  gboolean typed = FALSE;
  g_autofree char *above = NULL;

  if (!winerror_import_macros_evaluate (self->macros, expression, &constant.value))
    {
      g_autofree char *shown = winerror_text_clean (expression);

      /* a name that would be that of a code, and more than a guard */
      if (shown[0] != '\0' && shown[0] != '"' &&
          (has_any (symbol, code_beginnings, G_N_ELEMENTS (code_beginnings), '^') ||
           has_any (symbol, code_parts, G_N_ELEMENTS (code_parts), '*')))
        winerror_import_draft_pass_over (self->draft, constant.line, constant.column,
                                         _ ("expected the number of %s, found %s"), symbol, shown);
      return;
    }
  winerror_import_macros_define (self->macros, symbol, &constant.value);
  if (!winerror_import_is_symbol (symbol, -1))
    return;
  above = comment_text (self->above->str, &typed);
  constant.text = comment_text (self->trailing->str, &constant.typed);
  if (above != NULL && (typed || constant.text == NULL))
    {
      g_free (constant.text);
      constant.text = g_steal_pointer (&above);
      constant.weak = !typed && !self->doc;
    }
  constant.typed |= typed || constant.value.family != WINERROR_N_FAMILIES;
  if (constant.text != NULL && g_ascii_strcasecmp (constant.text, symbol) == 0)
    g_clear_pointer (&constant.text, g_free);
  constant.named = self->in_enum && self->of_codes;
  constant.symbol = g_strdup (symbol);
  g_array_append_val (self->constants, constant);
  self->last = self->constants->len;
  g_string_truncate (self->above, 0);
  g_string_truncate (self->trailing, 0);
}

/* #define NAME expression, or with parameters. */
static void
read_define (Header *self, const char *p)
{
  g_autofree char *name = NULL;
  gsize length = 0;
  gsize column;

  while (g_ascii_isspace (*p))
    p++;
  while (g_ascii_isalnum (p[length]) || p[length] == '_')
    length++;
  if (length == 0)
    return;
  column = (gsize) (p - self->code->str);
  name = g_strndup (p, length);
  p += length;
  if (*p == '(')
    {
      const char *close = strchr (p, ')');

      if (close != NULL)
        {
          g_autofree char *parameters = g_strndup (p + 1, (gsize) (close - p) - 1);

          winerror_import_macros_define_function (self->macros, name, parameters, close + 1);
        }
      return;
    }
  add_constant (self, name, p, column);
}

/* const HRESULT NAME = expression; and how other languages write that: pub const NAME: u32 = 5;
 * NAME Type = 5. Without a word for it the name must stand out as one. */
static void
read_constant (Header *self, gboolean declared)
{
  const char *code = self->code->str;
  const char *equals = strchr (code, '=');
  const char *name = NULL;
  g_autofree char *symbol = NULL;
  g_autofree char *expression = NULL;

  if (equals == NULL || equals[1] == '=')
    return;
  for (const char *p = code; p < equals;)
    {
      gsize n = 0;

      while (g_ascii_isalnum (p[n]) || p[n] == '_')
        n++;
      if (n > 0 && winerror_import_is_symbol (p, (gssize) n))
        {
          g_autofree char *word = g_strndup (p, n);
          WinerrorImportTerms terms;

          if (winerror_import_family_of_type (word) != WINERROR_N_FAMILIES)
            {
              p += n;
              continue;
            }
          g_free (symbol);
          symbol = g_steal_pointer (&word);
          name = p;
          winerror_import_terms_read (&terms, symbol);
          if (terms.symbol != NULL)
            {
              declared = TRUE;
              break;
            }
        }
      p += MAX (n, 1);
    }
  if (name == NULL || !declared)
    return;
  expression = g_strstrip (g_strdup (equals + 1));
  expression[strcspn (expression, ";")] = '\0';
  if (g_str_has_suffix (expression, ","))
    expression[strlen (expression) - 1] = '\0';
  add_constant (self, symbol, expression, (gsize) (name - code));
}

/* Members of an enumeration, with values or without. */
static void
read_members (Header *self, const char *p)
{
  gboolean is_last = FALSE;

  while (!is_last)
    {
      g_auto (WinerrorImportMember) member = { 0 };
      g_autofree char *next = g_strdup_printf ("%u", self->next_value);
      WinerrorImportValue value;
      guint n;

      if (!winerror_import_member_read (&member, &p))
        return;
      is_last = member.is_last;
      if (member.name == NULL || member.is_other)
        continue;
      n = self->constants->len;
      add_constant (self, member.name, member.value != NULL ? member.value : next,
                    (gsize) (member.at - self->code->str));
      if (member.text != NULL && self->constants->len > n)
        {
          Constant *constant = &g_array_index (self->constants, Constant, n);

          g_free (constant->text);
          constant->text = winerror_import_normalize (member.text);
          constant->weak = FALSE;
        }
      if (winerror_import_macros_evaluate (self->macros, member.name, &value))
        self->next_value = value.value + 1;
    }
  self->in_enum = FALSE;
}

/* enum, typedef enum, public enum */
static gboolean
begins_enum (const char *p)
{
  for (guint i = 0; i < 4 && *p != '\0'; i++)
    {
      gsize length = 0;

      while (g_ascii_isalnum (p[length]) || p[length] == '_')
        length++;
      if (length == 4 && strncmp (p, "enum", 4) == 0)
        return TRUE;
      if (length == 0)
        return FALSE;
      p += length;
      p += strspn (p, " \t");
    }
  return FALSE;
}

/* enum ExitCode, enum class JobError */
static gboolean
is_of_codes (const char *p)
{
  static const char *const names[] = { "error", "exitcode", "returncode", "exit_code",
                                       "return_code" };
  g_autofree char *name = g_ascii_strdown (p, (gssize) strcspn (p, "{(:"));

  return has_any (name, names, G_N_ELEMENTS (names), '*');
}

static void
read_code (Header *self)
{
  const char *p = self->code->str + strspn (self->code->str, " \t");
  const char *brace;
  guint before = self->last;
  guint n = self->constants->len;

  self->last = 0;
  if (*p == '#')
    {
      p++;
      p += strspn (p, " \t");
      if (g_str_has_prefix (p, "define") && g_ascii_isspace (p[6]))
        read_define (self, p + 6);
    }
  else if (self->in_enum)
    read_members (self, p);
  else if (begins_enum (p))
    {
      brace = strchr (p, '{');
      self->of_codes = is_of_codes (p);
      self->in_enum = strchr (p, ';') == NULL || (brace != NULL && strchr (brace, '}') == NULL);
      self->next_value = 0;
      if (brace != NULL)
        {
          self->in_enum = TRUE;
          read_members (self, brace + 1);
        }
    }
  else
    read_constant (self, strstr (p, "const") != NULL || g_str_has_prefix (p, "static "));

  /* a comment above several lines is that of the group */
  if (before > 0 && self->constants->len > n)
    {
      Constant *first = &g_array_index (self->constants, Constant, before - 1);

      if (first->weak)
        {
          g_clear_pointer (&first->text, g_free);
          first->weak = FALSE;
        }
    }
}

static Sureness
judge (const Constant *constant)
{
  g_autofree char *upper = g_ascii_strup (constant->symbol, -1);

  if (has_any (upper, field_parts, G_N_ELEMENTS (field_parts), '*') ||
      has_any (upper, field_ends, G_N_ELEMENTS (field_ends), '$'))
    return SURE_NOT;
  if (constant->typed)
    return SURE;
  if (has_any (upper, other_ends, G_N_ELEMENTS (other_ends), '$') &&
      !(constant->value.wide && constant->value.value >> 30 != 0))
    return g_str_has_prefix (upper, "ERROR_IPSEC_") ? SURE : UNLIKELY;
  if (has_any (upper, code_beginnings, G_N_ELEMENTS (code_beginnings), '^') ||
      has_any (upper, code_parts, G_N_ELEMENTS (code_parts), '*'))
    return SURE;
  if (has_any (upper, other_parts, G_N_ELEMENTS (other_parts), '*') ||
      has_any (upper, other_beginnings, G_N_ELEMENTS (other_beginnings), '^'))
    return UNLIKELY;
  if (constant->named || has_any (upper, likely_parts, G_N_ELEMENTS (likely_parts), '*'))
    return LIKELY;
  return UNKNOWN;
}

/* From which sureness on constants are codes: where those of a header are named by a convention,
 * others need such a name. */
static Sureness
find_least (Header *self, const guint counts[SURE + 1])
{
  guint n = counts[UNKNOWN] + counts[LIKELY] + counts[SURE];
  guint n_errors = 0;

  /* a header of messages has a severity in most numbers */
  for (guint i = 0; i < self->constants->len; i++)
    {
      const WinerrorImportValue *value = &g_array_index (self->constants, Constant, i).value;

      n_errors += value->wide && value->value >> 30 != 0;
    }
  if (n_errors * 2 >= n || counts[SURE] * 2 >= n)
    return UNKNOWN;
  if (counts[SURE] > 0)
    return SURE;
  return counts[LIKELY] > 0 && counts[LIKELY] * 2 < n ? LIKELY : UNKNOWN;
}

/* Hands the constants over that are codes. */
static void
add_entries (Header *self)
{
  guint counts[SURE + 1] = { 0 };
  Sureness least;

  for (guint i = 0; i < self->constants->len; i++)
    counts[judge (&g_array_index (self->constants, Constant, i))]++;
  least = find_least (self, counts);
  for (guint i = 0; i < self->constants->len; i++)
    {
      const Constant *constant = &g_array_index (self->constants, Constant, i);
      WinerrorImportCode code = { constant->value.value, constant->value.wide };
      WinerrorImportRow row = {
        .line = constant->line,
        .column = constant->column,
        .codes = &code,
        .n_codes = 1,
        .symbol = constant->symbol,
        .text = constant->text,
        .family = constant->value.family,
        .hint = self->draft->hint,
      };

      if (judge (constant) < least)
        winerror_import_draft_pass_over (self->draft, constant->line, constant->column,
                                         _ ("%s is no error code by its name"), constant->symbol);
      else
        winerror_import_draft_add (self->draft, &row);
    }
}

/**
 * winerror_import_read_header:
 * @draft: where the entries go
 * @text: a header file
 *
 * Reads the constants of a header file that are codes.
 */
void
winerror_import_read_header (WinerrorImportDraft *draft, const char *text)
{
  g_auto (Header) self = { .draft = draft, .text = text, .p = text, .line = 1 };

  self.macros = winerror_import_macros_new ();
  self.constants = g_array_new (FALSE, FALSE, sizeof (Constant));
  g_array_set_clear_func (self.constants, constant_clear);
  self.code = g_string_new (NULL);
  self.trailing = g_string_new (NULL);
  self.above = g_string_new (NULL);
  while (read_line (&self))
    {
      if (!winerror_text_is_blank (self.code->str))
        {
          read_code (&self);
          g_string_truncate (self.above, 0);
          self.doc = FALSE;
          continue;
        }
      self.last = 0;
      /* a blank line may follow what is written in the tags of documentation */
      if (self.trailing->len == 0 && strstr (self.above->str, "</summary>") == NULL)
        g_string_truncate (self.above, 0);
      else
        g_string_append (self.above, self.trailing->str);
    }
  if (draft->header == NULL)
    draft->header = g_strdup (draft->name);
  add_entries (&self);
}
