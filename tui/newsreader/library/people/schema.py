"""The tables of the people in the library's file."""

from __future__ import annotations

PEOPLE = """
ALTER TABLE versions ADD COLUMN reviewed BLOB;  -- its analysis after review: JSON, deflated; null if there was none
CREATE TABLE people (              -- persons and organisations over all articles
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    class TEXT NOT NULL,
    split INTEGER NOT NULL DEFAULT 0  -- whether the user has split it off another
);
CREATE TABLE people_variants (     -- the ways in which articles speak of them
    number INTEGER PRIMARY KEY,
    class TEXT NOT NULL,
    own TEXT NOT NULL,             -- key of the name as it stands; empty if it tells nobody apart
    key TEXT NOT NULL,             -- key under which it is compared, another one for an abbreviation
    form TEXT NOT NULL,            -- parts of the name, a blank between
    name TEXT NOT NULL,
    role TEXT NOT NULL,            -- empty for none
    folded TEXT NOT NULL,          -- the name as it is searched
    uses INTEGER NOT NULL,         -- how often it was seen
    plain INTEGER NOT NULL,        -- how often of these where an s at its end is no genitive's
    bearer INTEGER REFERENCES people (number),  -- whose it is by itself; null if several could be meant
    UNIQUE (class, own, name, role)
);
CREATE INDEX people_variants_by_key ON people_variants (class, key);
CREATE INDEX people_variants_by_bearer ON people_variants (bearer);
CREATE TABLE people_seen (         -- actors of articles
    number INTEGER PRIMARY KEY REFERENCES actors (number) ON DELETE CASCADE,
    version INTEGER NOT NULL REFERENCES versions (number) ON DELETE CASCADE,
    variant INTEGER NOT NULL REFERENCES people_variants (number),
    bearer INTEGER NOT NULL REFERENCES people (number),
    person INTEGER NOT NULL REFERENCES people (number),  -- whose it is with the user's decisions
    statements INTEGER NOT NULL,
    plain INTEGER NOT NULL         -- whether an s at the end of the name is no genitive's
);
CREATE INDEX people_seen_by_version ON people_seen (version);
CREATE INDEX people_seen_by_variant ON people_seen (variant);
CREATE INDEX people_seen_by_bearer ON people_seen (bearer);
CREATE INDEX people_seen_by_person ON people_seen (person, version);
CREATE TABLE people_aliases (      -- abbreviations that articles say what they stand for
    number INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions (number) ON DELETE CASCADE,
    short TEXT NOT NULL,
    long TEXT NOT NULL
);
CREATE INDEX people_aliases_by_version ON people_aliases (version);
CREATE INDEX people_aliases_by_short ON people_aliases (short);
CREATE TABLE people_versions (     -- the versions that are taken in
    number INTEGER PRIMARY KEY REFERENCES versions (number) ON DELETE CASCADE
);
CREATE TABLE people_steps (        -- the user's decisions, in order
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,              -- ISO 8601 in UTC
    record TEXT NOT NULL,          -- JSON
    undone INTEGER NOT NULL
);
CREATE TABLE people_moves (        -- what the decisions come to: whose a bearer, a variant or an actor is
    number INTEGER PRIMARY KEY,
    level TEXT NOT NULL,
    target INTEGER NOT NULL,
    person INTEGER NOT NULL,
    UNIQUE (level, target)
);
CREATE TABLE people_names (        -- what the user calls them
    number INTEGER PRIMARY KEY,    -- the person
    name TEXT NOT NULL,
    role TEXT NOT NULL             -- empty for what the articles say
);
"""
