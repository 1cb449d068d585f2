-- An archive as version 2 wrote it, with the facts of two articles of cases/indexing/facts; the test adds the tokenizer.
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, input TEXT);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  hash BLOB NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  places BLOB NOT NULL
, date TEXT, analysis INTEGER REFERENCES analyses);
CREATE INDEX articles_by_source ON articles (source, number);
CREATE VIRTUAL TABLE article_text USING fts5(
  title, body, content = 'articles', content_rowid = 'id', tokenize = 'wenmai'
);
CREATE TABLE inputs (name TEXT PRIMARY KEY, hash BLOB NOT NULL, analysis INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE analyses (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE INDEX articles_by_date ON articles (date) WHERE date IS NOT NULL;
CREATE TABLE sentences (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  body_start INTEGER NOT NULL, body_end INTEGER NOT NULL,
  PRIMARY KEY (article, body_start)
) WITHOUT ROWID;
CREATE TABLE names (
  id INTEGER PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
  UNIQUE (name, type)
);
CREATE INDEX names_by_key ON names (key);
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY, name INTEGER NOT NULL REFERENCES names ON DELETE CASCADE,
  text TEXT NOT NULL, key TEXT NOT NULL,
  UNIQUE (name, text)
);
CREATE INDEX aliases_by_key ON aliases (key);
CREATE TABLE entities (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  alias INTEGER NOT NULL REFERENCES aliases,
  kind TEXT, score REAL NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX entities_by_alias ON entities (alias);
CREATE TABLE roles (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES aliases,
  title INTEGER REFERENCES aliases,
  organization INTEGER REFERENCES aliases,
  place INTEGER REFERENCES aliases,
  qualifier TEXT, event TEXT, "from" TEXT, "to" TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX roles_by_person ON roles (person);
CREATE INDEX roles_by_organization ON roles (organization) WHERE organization IS NOT NULL;
CREATE INDEX roles_by_title ON roles (title) WHERE title IS NOT NULL;
CREATE INDEX roles_by_place ON roles (place) WHERE place IS NOT NULL;
CREATE TABLE statements (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  speaker INTEGER REFERENCES aliases, speaker_text TEXT,
  verb TEXT, kind TEXT NOT NULL, quoted INTEGER NOT NULL,
  body_start INTEGER NOT NULL, body_end INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE measurements (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL,
  subject TEXT, thing TEXT,
  value REAL, unit TEXT, lower REAL, upper REAL,
  approximation TEXT, comparison TEXT,
  "from" TEXT, "to" TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX measurements_by_value ON measurements (unit, value);
CREATE TABLE times (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL, "from" TEXT, "to" TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE VIEW v_articles AS
  SELECT a.id AS article, s.name AS source, a.number, a.date, a.title, a.body, a.start, a."end"
  FROM articles a JOIN sources s ON s.id = a.source;
CREATE VIEW v_sentences AS
  SELECT t.article, t.body_start, t.body_end, CAST(substr(CAST(a.body AS BLOB), t.body_start + 1, t.body_end - t.body_start) AS TEXT) AS text
  FROM sentences t JOIN articles a ON a.id = t.article;
CREATE VIEW v_entities AS
  SELECT e.article, e.number, n.type, e.kind, l.text, n.name, e.score, e.start, e."end"
  FROM entities e JOIN aliases l ON l.id = e.alias JOIN names n ON n.id = l.name;
CREATE VIEW v_aliases AS
  SELECT n.type, n.name, l.text AS alias, count(*) AS mentions, count(DISTINCT e.article) AS articles
  FROM entities e JOIN aliases l ON l.id = e.alias JOIN names n ON n.id = l.name
  GROUP BY l.id;
CREATE VIEW v_roles AS
  SELECT r.article, r.number, np.name AS person, nt.name AS title, no.name AS organization, nl.name AS place,
    r.qualifier, r.event, r."from", r."to", a.date, r.start, r."end"
  FROM roles r JOIN articles a ON a.id = r.article
  JOIN aliases lp ON lp.id = r.person JOIN names np ON np.id = lp.name
  LEFT JOIN aliases lt ON lt.id = r.title LEFT JOIN names nt ON nt.id = lt.name
  LEFT JOIN aliases lo ON lo.id = r.organization LEFT JOIN names no ON no.id = lo.name
  LEFT JOIN aliases ll ON ll.id = r.place LEFT JOIN names nl ON nl.id = ll.name;
CREATE VIEW v_statements AS
  SELECT t.article, t.number, n.name AS speaker, t.speaker_text, t.verb, t.kind, t.quoted,
    CAST(substr(CAST(a.body AS BLOB), t.body_start + 1, t.body_end - t.body_start) AS TEXT) AS content, t.start, t."end"
  FROM statements t JOIN articles a ON a.id = t.article
  LEFT JOIN aliases l ON l.id = t.speaker LEFT JOIN names n ON n.id = l.name;
CREATE VIEW v_measurements AS
  SELECT article, number, kind, text, subject, thing, value, unit, lower, upper, approximation, comparison, "from",
    "to", start, "end"
  FROM measurements;
CREATE VIEW v_times AS
  SELECT article, number, kind, text, "from", "to", start, "end" FROM times;
INSERT INTO settings VALUES ('tokenizer', '1-of-another-lexicon');
INSERT INTO analyses VALUES (1, 'words');
INSERT INTO sources VALUES (1, 'meeting', NULL);
INSERT INTO articles VALUES (1, 1, 0, 0, 145, x'38c29a58b53e45cee36eed81a879a6d1', '总工会召开大会', '云岭市总工会主席陆建国表示，今年培训技能人才12万人。
市总工会还向职工发放补贴300元。', x'00000000160000004d0000004e000000640000002d000000', '2024-03-05', 1);
INSERT INTO sentences VALUES (1, 0, 77);
INSERT INTO sentences VALUES (1, 78, 123);
INSERT INTO names VALUES (1, 'ORG', '云岭市总工会', '云岭市总工会');
INSERT INTO aliases VALUES (1, 1, '云岭市总工会', '云岭市总工会');
INSERT INTO entities VALUES (1, 0, 1, NULL, 1, 22, 40);
INSERT INTO names VALUES (2, 'TITLE', '主席', '主席');
INSERT INTO aliases VALUES (2, 2, '主席', '主席');
INSERT INTO entities VALUES (1, 1, 2, NULL, 1, 40, 46);
INSERT INTO names VALUES (3, 'PERSON', '陆建国', '陆建国');
INSERT INTO aliases VALUES (3, 3, '陆建国', '陆建国');
INSERT INTO entities VALUES (1, 2, 3, NULL, 1, 46, 55);
INSERT INTO aliases VALUES (4, 1, '市总工会', '市总工会');
INSERT INTO entities VALUES (1, 3, 4, NULL, 1, 28, 40);
INSERT INTO roles VALUES (1, 0, 3, 2, 1, NULL, NULL, NULL, NULL, NULL, 46, 55);
INSERT INTO statements VALUES (1, 0, 3, '陆建国', '说', 'say', 0, 24, 33, 46, 55);
INSERT INTO measurements VALUES (1, 0, 'measure', '12万人', NULL, NULL, 120000, '人', NULL, NULL, NULL, NULL, NULL, NULL, 88, 96);
INSERT INTO measurements VALUES (1, 1, 'measure', '300元', NULL, NULL, 300, 'CNY', NULL, NULL, NULL, NULL, NULL, NULL, 136, 142);
INSERT INTO sources VALUES (2, 'budget', NULL);
INSERT INTO articles VALUES (2, 2, 0, 0, 110, x'200ad12ef19ba69fadc9448eb723eb56', '预算公布', '林若溪任青石县教育局局长。
全县投入3500万元，技能人才培训费增长8%。', x'000000000d00000027000000280000003500000039000000', '2024-05-20', 1);
INSERT INTO sentences VALUES (2, 0, 39);
INSERT INTO sentences VALUES (2, 40, 97);
INSERT INTO names VALUES (4, 'PERSON', '林若溪', '林若溪');
INSERT INTO aliases VALUES (5, 4, '林若溪', '林若溪');
INSERT INTO entities VALUES (2, 0, 5, NULL, 1, 13, 22);
INSERT INTO names VALUES (5, 'ORG', '青石县教育局', '青石县教育局');
INSERT INTO aliases VALUES (6, 5, '青石县教育局', '青石县教育局');
INSERT INTO entities VALUES (2, 1, 6, NULL, 1, 25, 43);
INSERT INTO names VALUES (6, 'TITLE', '局长', '局长');
INSERT INTO aliases VALUES (7, 6, '局长', '局长');
INSERT INTO entities VALUES (2, 2, 7, NULL, 1, 43, 49);
INSERT INTO names VALUES (7, 'PLACE', '青石县', '青石县');
INSERT INTO aliases VALUES (8, 7, '全县', '全县');
INSERT INTO entities VALUES (2, 3, 8, NULL, 1, 53, 59);
INSERT INTO roles VALUES (2, 0, 5, 7, 6, NULL, NULL, 'appointed', NULL, NULL, 13, 22);
INSERT INTO measurements VALUES (2, 0, 'measure', '3500万元', '预算', NULL, 35000000, 'CNY', NULL, NULL, NULL, NULL, NULL, NULL, 65, 75);
INSERT INTO measurements VALUES (2, 1, 'measure', '8%', NULL, NULL, 8, '%', NULL, NULL, NULL, NULL, NULL, NULL, 105, 107);
INSERT INTO times VALUES (2, 0, 'date', '', '2024-06', '2024-07', 0, 0);
INSERT INTO article_text (rowid, title, body) SELECT id, title, body FROM articles;
PRAGMA application_id = 1466265165;
PRAGMA user_version = 2;
