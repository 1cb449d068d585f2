#ifndef WENMAI_TOKENIZER_SHIM_H
#define WENMAI_TOKENIZER_SHIM_H

// A tokenizer of FTS5 whose work is done elsewhere.
//
// No type of SQLite is named here and no function of it called: the same code serves a program that links SQLite and an
// extension that SQLite loads, where every function comes by a pointer.

/// Takes a token; anything but 0 ends the work. `flags` is 1 for a token at the same position as the one before.
typedef int (*wenmai_token_sink)(void *target, int flags, const char *token, int count, int start, int end);

typedef struct {
  /// What all tokenizers of a connection share.
  void *shared;
  /// Makes the tokenizer of a table, or NULL.
  void *(*make)(void *shared);
  void (*destroy)(void *tokenizer);
  /// Cuts `count` bytes of `text`; `flags` are those of FTS5: 1 a query, 2 with a prefix at its end, 4 a document.
  int (*tokenize)(void *tokenizer, int flags, const char *text, int count, void *target, wenmai_token_sink sink);
  /// Called once, after the connection was closed.
  void (*release)(void *shared);
} wenmai_tokenizer_methods;

/// Adds the tokenizer `name` to a connection.
///
/// A document that begins with the byte WENMAI_READY_TOKENS, which no text in UTF-8 contains, is no text but tokens that
/// were made beforehand, by another thread, and are only handed on. Each is a byte of flags (bit 7: same position as
/// the one before) and count (bits 0 to 6; 127: two bytes with the count follow, the lower one first), then its bytes.
///
/// - Parameters: fts5 is the `fts5_api *` of the connection.
/// - Returns: a result code of SQLite; `methods.release` is called in any case.
int wenmai_register_tokenizer(void *fts5, const char *name, wenmai_tokenizer_methods methods);

#define WENMAI_READY_TOKENS 0xFF

#endif
