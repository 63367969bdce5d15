// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-announcing-words.h"

#include <string.h>

/* Longer words have no role. */
#define MAX_LENGTH 63

#define ANNOUNCES WINERROR_ROLE_ANNOUNCES
#define ERROR     (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_ERROR | WINERROR_ROLE_FAILS)
#define FAILS     WINERROR_ROLE_FAILS
#define NATIVE    WINERROR_ROLE_NATIVE
#define WEAK      WINERROR_ROLE_WEAK
#define FILLS     WINERROR_ROLE_FILLS
#define IS        (WINERROR_ROLE_FILLS | WINERROR_ROLE_INTRODUCES)
#define FOREIGN   WINERROR_ROLE_FOREIGN
#define DATABASE  WINERROR_ROLE_DATABASE
#define QUANTITY  WINERROR_ROLE_QUANTITY
#define COUNTED   WINERROR_ROLE_COUNTED
#define HEADS     WINERROR_ROLE_HEADS

/* Words in small letters, parted by blanks; a word may be in several rows. */
static const struct
{
  guint roles;
  const char *words;
} rows[] = {
  /* error, in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian,
   * Turkish, Czech, Hungarian, Swedish, Danish, Norwegian, Finnish, Japanese, Chinese, Korean and
   * Arabic */
  { ERROR, "error err winerr errno win32exception exception failure" },
  { ERROR,
    "fehler fehlercode fehlernummer systemfehler erreur errore erro fout foutcode systeemfout" },
  { ERROR, "błąd błędu błędem ошибка ошибки ошибку ошибкой ошибке hata hatası hatasi hatayla" },
  { ERROR, "chyba chyby chybou hiba hibakód rendszerhiba fel systemfel felkod fejl systemfejl" },
  { ERROR, "fejlkode feil systemfeil feilkode virhe virhekoodi järjestelmävirhe" },
  { ERROR, "エラー 错误 錯誤 오류 خطأ الخطأ" },
  { ANNOUNCES | FAILS, "failed fail fails failing fehlgeschlagen échec échoué fallido fallito" },
  { ANNOUNCES | FAILS, "falló falha falhou mislukt niepowodzenie сбой" },
  { FAILS, "cannot can't couldn't could unable impossible unsuccessful refused denied aborted" },
  { FAILS, "nicht konnte impossible impossibile não kan не" },
  { ANNOUNCES,
    "code status result return returned returning returns ret retval rc hr hresult gle" },
  { ANNOUNCES, "exit exited exitcode win32 lasterror rval errorlevel winerror helpmsg reason" },
  { ANNOUNCES,
    "codigo código codice kod kodu kodem kodzie код кода кодом коду kode kodi kód kódem" },
  { ANNOUNCES, "exitcode rückgabewert rückgabecode beendigungscode statuscode resultado résultat" },
  { ANNOUNCES, "retour risultato afsluitcode resultaat wynik результат sonuç code-retour" },
  { ANNOUNCES, "コード 代码 代碼 코드 رمز الرمز" },
  { NATIVE, "win32exception winerror win32 lasterror hresult gle windows os winerr system" },
  { WEAK, "received got arguments argument gave given reported" },
  { FILLS, "code codes value number num no nr nummer numer of with the has a an as from win32" },
  { FILLS, "system hex dec d x occurred decimal native os by are to wert mit auf de du des" },
  { FILLS, "del di do da con avec com van met numero numéro número numéro numera n no º № z" },
  { FILLS, "système sistema systemu systemie системы системная sistem システム عدد رقم وهو" },
  { FILLS, "errore error erreur błędu ошибки hata fehler fehlercode fout valeur valor valore" },
  { IS, "is was ist war est était es fue era è lautet lautete wynosi had" },
  { FOREIGN, "event http https smtp ftp sip dns snmp ssh imap pop3 rfc line column zip area key" },
  { FOREIGN, "product postal country qr bar char sqlite sqlexception pdf page sap lot color" },
  { FOREIGN, "ereignis sql php socks tls ssl curl dhcp" },
  { DATABASE,
    "mysql mariadb mysqld mysqldump mysqli mysqladmin mysqlbinlog pymysql oracle ora db2" },
  { DATABASE, "postgres postgresql psql psycopg2 sqlcode sqlstate tns informix isam sybase jdbc" },
  { QUANTITY, "count size length rate total line page port pid tid id thread process build" },
  { QUANTITY,
    "version budget retries time timeout item items entries queue session job user file" },
  { QUANTITY, "record row order index key offset address channel event uid gid log lines level" },
  { QUANTITY,
    "width height year chapter bug issue ticket kb ms bytes attempt attempts ligne zeile" },
  { QUANTITY, "línea linha riga regel строка number passed succeeded ok skipped warnings errors" },
  { COUNTED,
    "ms s sec secs second seconds sekunden secondes segundos minutes min hours byte bytes" },
  { COUNTED, "octets kb mb gb kib mib kbit mbit bit bits rows records files items lines entries" },
  { COUNTED, "results errors times time objects packets pages users warnings tests requests" },
  { COUNTED, "messages retries attempts connections px dpi rpm mhz hz percent usd eur documents" },
  { COUNTED, "keys threads days jobs tasks steps clients devices machines computers dateien" },
  { COUNTED, "zeilen fichiers archivos arquivos bestanden" },
  { HEADS, "error fehler erreur errore erro fout błąd ошибка hata chyba hiba fel fejl feil virhe" },
};

/* What the last part of a longer word makes of it: dwLastError, WIN32_EXIT_CODE, Systemfehler;
 * and in scripts without blanks, what stands right before the number. */
static const struct
{
  guint roles;
  const char *ending;
} endings[] = {
  { ERROR, "error" },
  { ERROR, "errorcode" },
  { ERROR, "error_code" },
  { ERROR, "errcode" },
  { ERROR, "fehler" },
  { ERROR, "fehlercode" },
  { ERROR, "exception" },
  { ERROR, "errno" },
  { ERROR, "fout" },
  { ERROR, "エラー" },
  { ERROR, "错误" },
  { ERROR, "錯誤" },
  { ERROR, "오류" },
  { ANNOUNCES, "exitcode" },
  { ANNOUNCES, "exit_code" },
  { ANNOUNCES, "returncode" },
  { ANNOUNCES, "return_code" },
  { ANNOUNCES, "returnvalue" },
  { ANNOUNCES, "resultcode" },
  { ANNOUNCES, "result_code" },
  { ANNOUNCES, "statuscode" },
  { ANNOUNCES, "status_code" },
  { ANNOUNCES, "status" },
  { ANNOUNCES, "result" },
  { ANNOUNCES, "hresult" },
  { ANNOUNCES, "retval" },
  { ANNOUNCES, "コード" },
  { ANNOUNCES, "代码" },
  { ANNOUNCES, "代碼" },
  { ANNOUNCES, "코드" },
};

static GHashTable *
make_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].words, " ", -1);

      for (gsize j = 0; words[j] != NULL; j++)
        {
          guint roles = GPOINTER_TO_UINT (g_hash_table_lookup (table, words[j])) | rows[i].roles;

          g_hash_table_insert (table, g_strdup (words[j]), GUINT_TO_POINTER (roles));
        }
    }
  return table;
}

/* Logs in a code page of Western Europe are no UTF-8; their letters have the numbers that they have
 * in Unicode. */
static char *
fold (const char *word, gsize length)
{
  g_autoptr (GString) out = NULL;

  if (g_utf8_validate (word, (gssize) length, NULL))
    return g_utf8_strdown (word, (gssize) length);

  out = g_string_sized_new (2 * length);
  for (gsize i = 0; i < length; i++)
    g_string_append_unichar (out, g_unichar_tolower ((guchar) word[i]));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * winerror_announcing_words_get_roles:
 * @word: a word of a text, in any letter case
 * @length: its length in bytes
 *
 * Returns: what the word says about a number next to it; 0 for nothing
 */
WinerrorRole
winerror_announcing_words_get_roles (const char *word, gsize length)
{
  static GHashTable *table;
  char small[MAX_LENGTH + 1];
  g_autofree char *folded = NULL;
  gboolean ascii = TRUE;
  guint roles;

  g_return_val_if_fail (word != NULL, 0);

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_table ());

  if (length > MAX_LENGTH)
    return 0;
  for (gsize i = 0; i < length; i++)
    {
      small[i] = g_ascii_tolower (word[i]);
      ascii = ascii && (guchar) word[i] < 0x80 && word[i] != '\0';
    }
  small[length] = '\0';
  if (!ascii)
    {
      folded = fold (word, length);
      length = strlen (folded);
    }

  word = folded != NULL ? folded : small;
  roles = GPOINTER_TO_UINT (g_hash_table_lookup (table, word));
  for (gsize i = 0; roles == 0 && i < G_N_ELEMENTS (endings); i++)
    {
      gsize size = strlen (endings[i].ending);

      if (length >= size && memcmp (word + length - size, endings[i].ending, size) == 0)
        roles = endings[i].roles;
    }
  return roles;
}
