#ifndef WENMAI_SQLITE_EXTENSION_ENTRY_H
#define WENMAI_SQLITE_EXTENSION_ENTRY_H

// SQLite calls sqlite3_wenmaifts_init, found by the name of the file, when it loads the extension.

/// Adds the tokenizer to a connection whose `fts5_api *` is given; written in Swift. Returns a result code of SQLite.
int wenmai_extension_register(void *fts5);

#endif
