/// What other programs read: plain rows with names in place of numbers. README.md documents them.
extension ArchiveSchema {
  /// The part of `body` between two offsets; SQLite counts characters in text and bytes in blobs.
  private static func part(_ start: String, _ end: String) -> String {
    "CAST(substr(CAST(a.body AS BLOB), \(start) + 1, \(end) - \(start)) AS TEXT)"
  }

  /// Views are made anew with each version that touches what they read.
  static let dropViews = [
    "articles", "sentences", "entities", "aliases", "roles", "statements", "measurements", "times",
  ].map { "DROP VIEW IF EXISTS v_\($0);" }.joined(separator: "\n")

  /// The joins with `mentions` choose nothing: they lead from a name to its rows.
  static let views = """
    CREATE VIEW v_articles AS
      SELECT a.id AS article, s.name AS source, a.number, a.date, a.title, a.body, a.start, a."end"
      FROM articles a JOIN sources s ON s.id = a.source;
    CREATE VIEW v_sentences AS
      SELECT t.article, t.body_start, t.body_end, \(part("t.body_start", "t.body_end")) AS text
      FROM sentences t JOIN articles a ON a.id = t.article;
    CREATE VIEW v_entities AS
      SELECT e.article, e.number, n.type, e.kind, l.text, n.name, e.score, e.start, e."end"
      FROM entities e JOIN mentions m ON m.article = e.article AND m.alias = e.alias
      JOIN aliases l ON l.id = m.alias JOIN names n ON n.id = l.name;
    CREATE VIEW v_aliases AS
      SELECT n.type, n.name, l.text AS alias, sum(m.count) AS mentions, count(*) AS articles
      FROM mentions m JOIN aliases l ON l.id = m.alias JOIN names n ON n.id = l.name
      WHERE m.count > 0 GROUP BY l.id;
    CREATE VIEW v_roles AS
      SELECT r.article, r.number, np.name AS person, nt.name AS title, no.name AS organization, nl.name AS place,
        r.qualifier, r.event, r."from", r."to", a.date, r.start, r."end"
      FROM roles r JOIN articles a ON a.id = r.article
      JOIN mentions m ON m.article = r.article AND m.alias = r.person
      JOIN aliases lp ON lp.id = m.alias JOIN names np ON np.id = lp.name
      LEFT JOIN aliases lt ON lt.id = r.title LEFT JOIN names nt ON nt.id = lt.name
      LEFT JOIN aliases lo ON lo.id = r.organization LEFT JOIN names no ON no.id = lo.name
      LEFT JOIN aliases ll ON ll.id = r.place LEFT JOIN names nl ON nl.id = ll.name;
    CREATE VIEW v_statements AS
      SELECT t.article, t.number, n.name AS speaker, t.speaker_text, t.verb, t.kind, t.quoted,
        \(part("t.body_start", "t.body_end")) AS content, t.start, t."end"
      FROM statements t JOIN articles a ON a.id = t.article
      LEFT JOIN aliases l ON l.id = t.speaker LEFT JOIN names n ON n.id = l.name;
    CREATE VIEW v_measurements AS
      SELECT article, number, kind, text, subject, thing, value, unit, lower, upper, approximation, comparison, "from",
        "to", start, "end"
      FROM measurements;
    CREATE VIEW v_times AS
      SELECT article, number, kind, text, "from", "to", start, "end" FROM times;
    """
}
