#include "include/sqlite_extension_entry.h"

#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

// https://sqlite.org/fts5.html#extending_fts5
static fts5_api *fts5(sqlite3 *db) {
  fts5_api *api = 0;
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", 0);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

// The name SQLite derives from libwenmai_fts5: the letters between `lib` and the first full stop.
int sqlite3_wenmaifts_init(sqlite3 *db, char **message, const sqlite3_api_routines *routines) {
  SQLITE_EXTENSION_INIT2(routines);
  fts5_api *api = fts5(db);
  if (!api) {
    if (message) *message = sqlite3_mprintf("wenmai: this SQLite has no FTS5");
    return SQLITE_ERROR;
  }
  int status = wenmai_extension_register(api);
  if (status != SQLITE_OK && message) *message = sqlite3_mprintf("wenmai: the dictionary cannot be read");
  return status;
}
