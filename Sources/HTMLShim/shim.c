#include "HTMLShim.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

typedef struct {
  const wenmai_html_handler *handler;
  htmlParserCtxtPtr parser;
  int64_t stopped;  // where a handler asked to stop, or -1
} state;

static int64_t position(const state *s) {
  const xmlParserInputPtr input = s->parser->input;
  return input ? (int64_t)input->consumed + (input->cur - input->base) : 0;
}

static void check(state *s, int32_t answer, int64_t at) {
  if (answer != 0 && s->stopped < 0) {
    s->stopped = at;
    xmlStopParser(s->parser);
  }
}

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  state *s = data;
  if (s->stopped >= 0) return;
  int64_t at = position(s);
  check(s, s->handler->start_element(s->handler->context, (const char *)name, (const char *const *)attributes, at), at);
}

static void on_end(void *data, const xmlChar *name) {
  state *s = data;
  if (s->stopped >= 0) return;
  int64_t at = position(s);
  check(s, s->handler->end_element(s->handler->context, (const char *)name, at), at);
}

static void on_characters(void *data, const xmlChar *bytes, int count) {
  state *s = data;
  if (s->stopped >= 0) return;
  int64_t at = position(s);
  check(s, s->handler->characters(s->handler->context, bytes, count, at), at);
}

int64_t wenmai_html_parse(const uint8_t *source, int64_t count, const wenmai_html_handler *handler) {
  if (count <= 0) return 0;
  if (count > INT_MAX) return -1;
  xmlInitParser();
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)source, (int)count);
  if (!parser) return -1;
  // IGNORE_ENC: the bytes are UTF-8 by now, also where a meta element names what they were before.
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);

  state s = {handler, parser, -1};
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  // No cdataBlock: the insides of script and style are reported by it. No tree is built, so that depth costs nothing.
  xmlSAXHandler *own = parser->sax;
  void *user = parser->userData;
  parser->sax = &sax;
  parser->userData = &s;
  htmlParseDocument(parser);
  int64_t end = s.stopped >= 0 ? s.stopped : count;
  parser->sax = own;
  parser->userData = user;
  if (parser->myDoc) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
  }
  htmlFreeParserCtxt(parser);
  return end;
}
