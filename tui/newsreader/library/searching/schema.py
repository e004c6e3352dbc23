"""The tables by which the library is searched. All of them can be made anew from the others.

What goes into the indexes are words as `folding` gives them, which only blanks divide: to the tokenizer `ascii` they
are one token each, whichever Unicode version SQLite knows.
"""

from __future__ import annotations

WORDS = """
CREATE TABLE word_index (          -- what the index of words is of
    version INTEGER PRIMARY KEY,   -- number of a present version
    title TEXT NOT NULL,           -- the title that went in
    statements INTEGER NOT NULL    -- how many statements went in
) WITHOUT ROWID;
CREATE TABLE word_forms (          -- all words that were ever in it, as they are compared
    word TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE word_lemmas (         -- their base forms where those are others
    lemma TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (lemma, word)
) WITHOUT ROWID;
CREATE INDEX word_lemmas_by_word ON word_lemmas (word);
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = '', tokenize = ascii
);
CREATE VIRTUAL TABLE article_tails USING fts5 (
    tails, content = '', detail = none, columnsize = 0, tokenize = ascii
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
    text, actor, content = '', tokenize = ascii
);
CREATE VIRTUAL TABLE statement_tails USING fts5 (
    tails, content = '', detail = none, columnsize = 0, tokenize = ascii
);
CREATE TABLE notes (               -- annotations, as the store of annotations had them last
    line INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- of the annotation
    text_id TEXT NOT NULL,         -- sha256 of the text that it is on
    place TEXT NOT NULL,           -- of the article that it is on
    start INTEGER NOT NULL,        -- of its first anchor in that text, code points
    end INTEGER NOT NULL,
    quoted TEXT NOT NULL,          -- the words there
    note TEXT NOT NULL,
    tags TEXT NOT NULL,            -- a blank between
    modified TEXT NOT NULL
);
CREATE INDEX notes_by_place ON notes (place);
CREATE INDEX notes_by_text ON notes (text_id);
CREATE TABLE notes_point (         -- how far they are up to date
    store TEXT NOT NULL,
    revision INTEGER NOT NULL
);
CREATE VIRTUAL TABLE note_words USING fts5 (
    note, tags, content = '', tokenize = ascii
);
CREATE VIRTUAL TABLE note_tails USING fts5 (
    tails, content = '', detail = none, columnsize = 0, tokenize = ascii
);
"""

LEFT_OUT = """
CREATE TABLE left_out (            -- sentences of earlier versions that the present one does not have
    line INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,      -- number of the latest version that has it
    start INTEGER NOT NULL,        -- code points of that version's text
    end INTEGER NOT NULL,
    digest BLOB NOT NULL           -- of the sentence as a reader sees it
);
CREATE INDEX left_out_by_version ON left_out (version);
CREATE TABLE left_out_of (         -- the earlier versions that are taken in
    version INTEGER PRIMARY KEY
) WITHOUT ROWID;
CREATE VIRTUAL TABLE earlier_words USING fts5 (
    text, content = '', tokenize = ascii
);
CREATE VIRTUAL TABLE earlier_tails USING fts5 (
    tails, content = '', detail = none, columnsize = 0, tokenize = ascii
);
"""
