#include "include/tokenizer_shim.h"

#include <sqlite3.h>
#include <stdlib.h>

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **out) {
  (void)arguments;
  (void)count;
  wenmai_tokenizer_methods *methods = context;
  void *made = methods->make(methods->shared);
  if (!made) return SQLITE_ERROR;
  // FTS5 hands out only what is made here, so this finds its way back to the methods.
  void **tokenizer = malloc(2 * sizeof(void *));
  if (!tokenizer) {
    methods->destroy(made);
    return SQLITE_NOMEM;
  }
  tokenizer[0] = methods;
  tokenizer[1] = made;
  *out = (Fts5Tokenizer *)tokenizer;
  return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *tokenizer) {
  void **pair = (void **)tokenizer;
  ((wenmai_tokenizer_methods *)pair[0])->destroy(pair[1]);
  free(pair);
}

static int hand_on(const unsigned char *bytes, int count, void *target, wenmai_token_sink sink) {
  int i = 1;
  while (i < count) {
    int flags = bytes[i] >> 7;
    int length = bytes[i] & 127;
    i += 1;
    if (length == 127) {
      if (count - i < 2) return SQLITE_MISMATCH;
      length = bytes[i] | bytes[i + 1] << 8;
      i += 2;
    }
    if (length > count - i) return SQLITE_MISMATCH;
    int status = sink(target, flags ? FTS5_TOKEN_COLOCATED : 0, (const char *)bytes + i, length, 0, 0);
    if (status != SQLITE_OK) return status;
    i += length;
  }
  return SQLITE_OK;
}

static int tokenize(
    Fts5Tokenizer *tokenizer, void *target, int flags, const char *text, int count,
    int (*sink)(void *, int, const char *, int, int, int)) {
  if (!text || count <= 0) return SQLITE_OK;
  if (flags & FTS5_TOKENIZE_DOCUMENT && (unsigned char)text[0] == WENMAI_READY_TOKENS) {
    return hand_on((const unsigned char *)text, count, target, sink);
  }
  void **pair = (void **)tokenizer;
  return ((wenmai_tokenizer_methods *)pair[0])->tokenize(pair[1], flags, text, count, target, sink);
}

static void release(void *context) {
  wenmai_tokenizer_methods *methods = context;
  methods->release(methods->shared);
  free(methods);
}

int wenmai_register_tokenizer(void *fts5, const char *name, wenmai_tokenizer_methods methods) {
  fts5_api *api = fts5;
  wenmai_tokenizer_methods *copy = malloc(sizeof methods);
  if (!copy) {
    methods.release(methods.shared);
    return SQLITE_NOMEM;
  }
  *copy = methods;
  fts5_tokenizer calls = {create, destroy, tokenize};
  int status = api->xCreateTokenizer(api, name, copy, &calls, release);
  if (status != SQLITE_OK) release(copy);
  return status;
}
