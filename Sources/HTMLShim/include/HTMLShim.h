// libxml2's HTML parser under names of our own. No type of libxml2 is named here, so that Swift needs none of its headers.
#ifndef WENMAI_HTML_SHIM_H
#define WENMAI_HTML_SHIM_H

#include <stdint.h>

/// What the parser reports, in the order of the source. Each function returns 0 to go on, anything else to stop.
///
/// `offset` is how far the parser has read into the source, in bytes; for a start tag that may lie before its `>`.
typedef struct wenmai_html_handler {
  void *context;
  /// `attributes` is a list of names and values in turn (a value may be NULL), closed by NULL, or NULL itself.
  int32_t (*start_element)(void *context, const char *name, const char *const *attributes, int64_t offset);
  int32_t (*end_element)(void *context, const char *name, int64_t offset);
  /// Character data with its references resolved, in UTF-8 and not ended by NUL.
  int32_t (*characters)(void *context, const uint8_t *bytes, int32_t count, int64_t offset);
} wenmai_html_handler;

/// Parses an HTML page in UTF-8, whatever its meta elements say of its encoding; reads nothing else and reports no error.
///
/// `source` holds no NUL (libxml2 takes it for the end). Returns how many bytes were read, `count` where all was, or -1
/// when there was no memory or `count` is above 2^31 - 1.
int64_t wenmai_html_parse(const uint8_t *source, int64_t count, const wenmai_html_handler *handler);

#endif
