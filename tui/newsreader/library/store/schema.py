"""The tables of the library. Whoever adds some appends a migration; what has been published is never changed."""

from __future__ import annotations

from newsreader.annotations.store.kind import Kind
from newsreader.library.people.schema import PEOPLE
from newsreader.library.searching.schema import LEFT_OUT, WORDS

ARTICLES = """
CREATE TABLE library (
    id TEXT NOT NULL               -- random, another one for a file that was made of a damaged one
);
INSERT INTO library VALUES (lower(hex(randomblob(16))));
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    place TEXT NOT NULL,           -- what tells it from others
    source TEXT NOT NULL,          -- path or address as it was opened last
    site TEXT NOT NULL,            -- host or folder
    title TEXT NOT NULL,
    folded TEXT NOT NULL,          -- the title as titles are compared
    publisher TEXT,
    authors TEXT NOT NULL,         -- JSON
    published TEXT,                -- ISO 8601 as the article tells it
    dated TEXT NOT NULL,           -- local time of `published`, else of `first`, to the second, without zone
    first TEXT NOT NULL,           -- these are ISO 8601 in UTC
    opened TEXT,
    read INTEGER NOT NULL,
    feed TEXT,
    length INTEGER NOT NULL,
    statements INTEGER,
    version INTEGER,               -- the present one
    deleted TEXT                   -- when
);
CREATE UNIQUE INDEX articles_by_place ON articles (place) WHERE deleted IS NULL;
CREATE INDEX articles_by_date ON articles (dated);
CREATE INDEX articles_by_opening ON articles (coalesce(opened, first));
CREATE INDEX articles_by_site ON articles (site);
CREATE INDEX articles_by_feed ON articles (feed);
CREATE INDEX articles_by_deletion ON articles (deleted) WHERE deleted IS NOT NULL;
CREATE TABLE versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    id TEXT NOT NULL,              -- sha256 of the text
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    text BLOB NOT NULL,            -- UTF-8, deflated
    layout BLOB NOT NULL,          -- what else the article is: JSON, deflated
    pipeline TEXT,                 -- what has analysed it, null as long as nothing has
    pipeline_version TEXT,
    analysis BLOB,                 -- JSON, deflated
    UNIQUE (article, id)
);
CREATE INDEX versions_by_text ON versions (id);
CREATE TABLE actors (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL REFERENCES versions (number) ON DELETE CASCADE,
    id TEXT NOT NULL,              -- in the analysis
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT,
    mentions INTEGER NOT NULL
);
CREATE INDEX actors_by_version ON actors (version);
CREATE TABLE statements (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL REFERENCES versions (number) ON DELETE CASCADE,
    id TEXT NOT NULL,              -- in the analysis
    kind TEXT NOT NULL,
    medium TEXT,
    spans TEXT NOT NULL,           -- JSON: start, end, start, end, ... in code points
    text TEXT NOT NULL,
    actor INTEGER REFERENCES actors (number) ON DELETE SET NULL,
    confidence REAL NOT NULL
);
CREATE INDEX statements_by_version ON statements (version);
CREATE INDEX statements_by_actor ON statements (actor);
"""

FEEDS = """
CREATE TABLE subscriptions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,            -- what the user calls it, or nothing
    title TEXT NOT NULL,           -- what it calls itself
    site TEXT,
    folder TEXT NOT NULL,          -- JSON: names, the outermost first
    added TEXT NOT NULL,           -- these are ISO 8601 in UTC
    fetched TEXT,
    failure TEXT,                  -- JSON: key and values of the phrase
    failing TEXT,                  -- since when it could not be had
    failed TEXT,                   -- when it last could not be had
    removed TEXT
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription INTEGER NOT NULL REFERENCES subscriptions (number) ON DELETE CASCADE,
    key TEXT NOT NULL,             -- what tells it from the others of its feed
    place TEXT,                    -- of its article, where no other entry has the same
    link TEXT,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    summary TEXT NOT NULL,
    published TEXT,                -- ISO 8601 as the feed tells it
    content BLOB,                  -- HTML that the feed brings along, deflated
    found TEXT NOT NULL,           -- when it was seen first
    dated TEXT NOT NULL,           -- local time of `published`, else of `found`, without zone
    rank INTEGER,                  -- where it stands in the feed now, null if it does no more
    read INTEGER NOT NULL,
    sought INTEGER NOT NULL DEFAULT 0,  -- how often its article was fetched for later in vain
    UNIQUE (subscription, key)
);
CREATE INDEX entries_by_place ON entries (place);
CREATE INDEX entries_by_date ON entries (subscription, dated);
CREATE INDEX entries_unread ON entries (subscription) WHERE NOT read;
CREATE TRIGGER article_was_read AFTER UPDATE OF read ON articles WHEN new.read != old.read BEGIN
    UPDATE entries SET read = new.read WHERE place = new.place AND read != new.read;
END;
CREATE TRIGGER entry_was_read AFTER UPDATE OF read ON entries WHEN new.read != old.read AND new.place IS NOT NULL BEGIN
    UPDATE entries SET read = new.read WHERE place = new.place AND read != new.read;
    UPDATE articles SET read = new.read WHERE place = new.place AND deleted IS NULL AND read != new.read;
END;
"""

PRESENT = """
CREATE INDEX articles_by_version ON articles (version, deleted, dated);
"""

TOLD = """
CREATE TABLE versions_anew (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    id TEXT NOT NULL,              -- sha256 of the text
    told TEXT NOT NULL DEFAULT '',  -- what is told beside the text, see `telling`; empty if nobody has looked
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    text BLOB NOT NULL,            -- UTF-8, deflated
    layout BLOB NOT NULL,          -- what else the article is: JSON, deflated
    pipeline TEXT,                 -- what has analysed it, null as long as nothing has
    pipeline_version TEXT,
    analysis BLOB,                 -- JSON, deflated
    reviewed BLOB,                 -- the same with what a person has decided over it
    UNIQUE (article, id, told)
);
INSERT INTO sqlite_sequence SELECT 'versions_anew', seq FROM sqlite_sequence WHERE name = 'versions';
INSERT INTO versions_anew SELECT number, article, id, '', first, last, text, layout, pipeline, pipeline_version,
    analysis, reviewed FROM versions;
DROP TABLE versions;
ALTER TABLE versions_anew RENAME TO versions;
CREATE INDEX versions_by_text ON versions (id);
ALTER TABLE articles ADD COLUMN seen INTEGER;    -- the version that was read last, null as long as none was
ALTER TABLE articles ADD COLUMN looked TEXT;     -- when it was last looked whether its page has changed, also in vain
"""

LIBRARY = Kind("library", 0x4E57534C, (ARTICLES, FEEDS, PEOPLE, WORDS, PRESENT, TOLD, LEFT_OUT), durable=False)
"""files of the library ("NWSL")"""
