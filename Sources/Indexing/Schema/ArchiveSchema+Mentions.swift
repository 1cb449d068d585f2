/// Version 3: what leads from a name to the articles, one row for each of these in place of six indexes with one for each fact.
///
/// A name stands in an article several times, and rows come in the order of the articles: keeping the indexes was dearer than
/// writing the rows (measured), and the more so the larger the file.
extension ArchiveSchema {
  static let mentions = """
    CREATE TABLE mentions (
      alias INTEGER NOT NULL REFERENCES aliases,
      -- No reference to the articles: their removal would read all rows. Facts refer to both.
      article INTEGER NOT NULL,
      -- How many entities there are; 0 where only roles or statements name the alias.
      count INTEGER NOT NULL,
      PRIMARY KEY (alias, article)
    ) WITHOUT ROWID;
    INSERT INTO mentions SELECT alias, article, sum(count) FROM (
      SELECT alias, article, 1 AS count FROM entities
      UNION ALL SELECT person, article, 0 FROM roles
      UNION ALL SELECT title, article, 0 FROM roles WHERE title IS NOT NULL
      UNION ALL SELECT organization, article, 0 FROM roles WHERE organization IS NOT NULL
      UNION ALL SELECT place, article, 0 FROM roles WHERE place IS NOT NULL
      UNION ALL SELECT speaker, article, 0 FROM statements WHERE speaker IS NOT NULL
    ) GROUP BY alias, article;

    CREATE TABLE new_entities (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      alias INTEGER NOT NULL,
      kind TEXT, score REAL NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number),
      FOREIGN KEY (alias, article) REFERENCES mentions
    ) WITHOUT ROWID;
    INSERT INTO new_entities SELECT * FROM entities;
    DROP TABLE entities;
    ALTER TABLE new_entities RENAME TO entities;

    CREATE TABLE new_roles (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      person INTEGER NOT NULL, title INTEGER, organization INTEGER, place INTEGER,
      qualifier TEXT, event TEXT, "from" TEXT, "to" TEXT,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number),
      FOREIGN KEY (person, article) REFERENCES mentions,
      FOREIGN KEY (title, article) REFERENCES mentions,
      FOREIGN KEY (organization, article) REFERENCES mentions,
      FOREIGN KEY (place, article) REFERENCES mentions
    ) WITHOUT ROWID;
    INSERT INTO new_roles SELECT * FROM roles;
    DROP TABLE roles;
    ALTER TABLE new_roles RENAME TO roles;

    CREATE TABLE new_statements (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      speaker INTEGER, speaker_text TEXT,
      verb TEXT, kind TEXT NOT NULL, quoted INTEGER NOT NULL,
      body_start INTEGER NOT NULL, body_end INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number),
      FOREIGN KEY (speaker, article) REFERENCES mentions
    ) WITHOUT ROWID;
    INSERT INTO new_statements SELECT * FROM statements;
    DROP TABLE statements;
    ALTER TABLE new_statements RENAME TO statements;
    """
}
