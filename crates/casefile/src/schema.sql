PRAGMA application_id = 0x646d6368; -- 'dmch'

-- The case file, version 1. Days are ISO dates ('2022-01-12'); offsets are Unicode scalars into documents.text.
--
-- What a document says (documents .. clauses) is a pure function of its record. What follows from several documents
-- (clusters, links, changes) is derived from the *set* of those rows and from `corrections`, so that neither the order
-- of adding nor the number of threads can show. Only `corrections` is written by hand.

CREATE TABLE documents (
    doc          INTEGER PRIMARY KEY,
    sha256       TEXT NOT NULL UNIQUE,      -- of the text: adding twice changes nothing
    id           TEXT NOT NULL,             -- the caller's
    title        TEXT,
    url          TEXT,
    outlet       TEXT,                      -- as given, or the host of the url, or the agency of the dateline
    language     TEXT,
    published    TEXT,
    published_by TEXT NOT NULL,             -- given, metadata, inferred, unknown
    copies       TEXT NOT NULL,             -- sha256 of the first of its group of near-copies (its own, where it has none)
    program      TEXT NOT NULL,             -- version that read it
    text         TEXT NOT NULL,
    record       BLOB NOT NULL              -- the record as JSON without its text, deflated (RFC 1950): `Case::record`
) STRICT;
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_copies ON documents (copies, published, sha256);

-- A sample of the hashes (32 bits, little end first) of each text's shingles: candidates for near-copies. Whoever adds
-- reads all of them once: a hash to a row in an index would touch a page for each.
CREATE TABLE shingles (
    doc    INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    sample BLOB NOT NULL
) STRICT;

-- Every item of every document. `id` is made of the document's hash and the words that prove the item ('e3f2a91' and seven digits),
-- so that it stays the same when the text is read again. `cluster` is the id of the first item (by day known, then id)
-- of those that are one; an item that is alone is its own cluster. The cluster of an actor is the case's id of it.
CREATE TABLE items (
    item     INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,                 -- actor, statement, event, meeting, commitment
    doc      INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    at       INTEGER NOT NULL,              -- where the first of its words begins
    local    TEXT NOT NULL,                 -- its id in the record ('e3'; for actors the record's id)
    known    TEXT,                          -- the day from which it is known: the document's `published`; null: undated
    day_from TEXT,                          -- the first day that it is about, else `known`; null for actors
    day_to   TEXT,                          -- the last one, where it is another
    timeline INTEGER NOT NULL,              -- 2: a timeline tells it; 1: where all is asked for; 0: never
    cluster  TEXT NOT NULL,
    found_by TEXT NOT NULL,
    cited    TEXT NOT NULL,                 -- JSON: by field the spans of the words that prove it (the view `citations`)
    wrong    INTEGER NOT NULL DEFAULT 0     -- an analyst said that it is wrong: kept, shown nowhere but in `show`
) STRICT;
-- Of what actors are one is told by the table `actors`.
CREATE INDEX items_cluster ON items (cluster, known, id) WHERE kind <> 'actor';
CREATE INDEX items_doc ON items (doc);
CREATE INDEX items_day ON items (kind, timeline, day_from, day_to, known, cluster) WHERE wrong = 0 AND kind <> 'actor';
CREATE INDEX items_wrong ON items (kind) WHERE wrong = 1;

-- What merging compares an item by, and the short hashes of the keys under which it is looked for, as those of shingles
-- (see merge/).
CREATE TABLE traits (
    item   INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    keys   BLOB NOT NULL,                   -- empty for one that stands apart
    traits BLOB NOT NULL
) STRICT;

-- The words that prove an item, one place a row; `field` says what of it (mention, source, cue, content, trigger, if, then,
-- what, ...).
CREATE VIEW citations (item, field, n, start, "end") AS
SELECT i.item, f.key, s.key, s.value ->> 0, s.value ->> 1 FROM items i, json_each(i.cited) f, json_each(f.value) s;

-- One document's actor. `actor` is the case's id of it: the ISO code, short id or full name of its cluster.
CREATE TABLE actors (
    item        INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    actor       TEXT NOT NULL,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    wikidata    TEXT,
    role        TEXT,
    affiliation TEXT,                       -- the record's id of the actor it speaks for
    mentions    INTEGER NOT NULL,
    known       TEXT,                       -- as the item's: what lists of actors need stands in one index
    block       TEXT NOT NULL,              -- where its namesakes are looked for (persons: the surname, folded); ''
    side        TEXT NOT NULL               -- whom it stands for as the document says it; '': it does not say
) STRICT;
CREATE INDEX actors_actor ON actors (actor, known, kind, name, wikidata, side, mentions);
CREATE INDEX actors_block ON actors (block) WHERE block <> '';

-- How documents name each actor, and how many: what `actors` comes to. Whoever adds a row there adds it here; what changes
-- or goes is seen to by triggers.
CREATE TABLE named (
    actor     TEXT NOT NULL,                -- the case's id
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    wikidata  TEXT NOT NULL,                -- '': none
    side      TEXT NOT NULL,
    documents INTEGER NOT NULL,
    mentions  INTEGER NOT NULL,
    PRIMARY KEY (actor, kind, name, wikidata, side)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER actors_go AFTER DELETE ON actors BEGIN
    UPDATE named SET documents = documents - 1, mentions = mentions - old.mentions
    WHERE actor = old.actor AND kind = old.kind AND name = old.name AND wikidata = coalesce(old.wikidata, '')
      AND side = old.side;
    DELETE FROM named WHERE actor = old.actor AND documents = 0;
END;
CREATE TRIGGER actors_change AFTER UPDATE OF actor ON actors WHEN old.actor <> new.actor BEGIN
    UPDATE named SET documents = documents - 1, mentions = mentions - old.mentions
    WHERE actor = old.actor AND kind = old.kind AND name = old.name AND wikidata = coalesce(old.wikidata, '')
      AND side = old.side;
    DELETE FROM named WHERE actor = old.actor AND documents = 0;
    INSERT INTO named VALUES (new.actor, new.kind, new.name, coalesce(new.wikidata, ''), new.side, 1, new.mentions)
    ON CONFLICT DO UPDATE SET documents = documents + 1, mentions = mentions + excluded.mentions;
END;

-- Each way in which documents name a person and say whom the person speaks for, with the day on which it was first
-- seen and where: what the case's id of the person and the side are derived from, now or as of a day.
CREATE TABLE profiles (
    block TEXT NOT NULL,
    name  TEXT NOT NULL,
    side  TEXT NOT NULL,                    -- as the documents say it; '': they do not
    known TEXT,
    first TEXT NOT NULL,                    -- items.id
    actor TEXT NOT NULL,                    -- the case's id
    stands TEXT NOT NULL,                   -- the side as the whole case knows it; the actor, where it stands for nobody
    PRIMARY KEY (block, name, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX profiles_actor ON profiles (actor);

CREATE TABLE statements (
    item      INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    speaker   TEXT,                         -- the case's actor id
    side      TEXT,                         -- the state or body the speaker stands for (the speaker, where nobody else)
    mode      TEXT NOT NULL,
    venue     TEXT,
    addressee TEXT,
    date      TEXT,                         -- TIMEX3 value
    first     TEXT,                         -- the day (null: not known)
    stance    TEXT,
    content   TEXT NOT NULL,
    who       INTEGER                       -- the item of the speaker
) STRICT;
CREATE INDEX statements_speaker ON statements (speaker);
CREATE INDEX statements_side ON statements (side);
CREATE INDEX statements_venue ON statements (venue) WHERE venue IS NOT NULL;
CREATE INDEX statements_addressee ON statements (addressee) WHERE addressee IS NOT NULL;

CREATE TABLE events (
    item        INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    type        TEXT NOT NULL,
    mode        TEXT,
    contexts    TEXT NOT NULL,              -- separated by blanks
    status      TEXT NOT NULL,
    date        TEXT,                       -- TIMEX3 value
    first       TEXT,                       -- the days that it covers (null: not known)
    last        TEXT,
    place       TEXT,
    value       REAL,
    unit        TEXT,
    approximate INTEGER,
    statement   TEXT,                       -- items.id of the statement it is known from
    goldstein   REAL NOT NULL,
    quad_class  TEXT NOT NULL,
    confidence  REAL
) STRICT;
CREATE INDEX events_type ON events (type, first);

-- Who takes part in events, meetings and commitments. `actor` null: the words name nobody known.
CREATE TABLE parties (
    item  INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
    role  TEXT NOT NULL,                    -- source, target; party, head; by, towards; if, then, what, option1, ...: who
                                            -- acts in that clause; 'if>', 'then>', ...: to whom
    n     INTEGER NOT NULL,
    actor TEXT,                             -- the case's id
    side  TEXT,                             -- the state or body it stands for (itself, where nobody else)
    who   INTEGER,                          -- the item of the actor
    PRIMARY KEY (item, role, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_actor ON parties (actor, role) WHERE actor <> side;
CREATE INDEX parties_side ON parties (side, role);

-- The facts between two sides, each pair once an event, the first by id first: what a trend counts, read from here alone.
CREATE TABLE dyads (
    item       INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
    a          TEXT NOT NULL,
    b          TEXT NOT NULL,
    goldstein  REAL NOT NULL,               -- the event's
    quad_class TEXT NOT NULL,
    cluster    TEXT NOT NULL,               -- these three as the item's
    known      TEXT,
    day_from   TEXT,
    PRIMARY KEY (item, a, b)
) STRICT, WITHOUT ROWID;
CREATE TABLE meetings (
    item   INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    forum  TEXT,
    place  TEXT,
    start  TEXT,                            -- TIMEX3 values
    "end"  TEXT,
    first  TEXT,                            -- the days that it covers (null: not known)
    last   TEXT,
    format TEXT,
    topics TEXT NOT NULL,                   -- JSON list
    status TEXT NOT NULL,
    after  TEXT                             -- items.id
) STRICT;

CREATE TABLE commitments (
    item      INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    kind      TEXT NOT NULL,
    statement TEXT,                         -- items.id
    deadline  TEXT                          -- the last day of its term, where its words set one
) STRICT;

-- One side of a commitment; who acts in it, and to whom, stands in `parties`.
CREATE TABLE clauses (
    item    INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
    role    TEXT NOT NULL,                  -- if, then, what, option1, option2, ...
    words   TEXT NOT NULL,
    negated INTEGER NOT NULL,
    type    TEXT,
    event   TEXT,                           -- items.id
    PRIMARY KEY (item, role)
) STRICT, WITHOUT ROWID;

-- What an analyst set right, in order. What was undone is kept, so that the history is whole.
CREATE TABLE corrections (
    correction INTEGER PRIMARY KEY AUTOINCREMENT,
    verb       TEXT NOT NULL,               -- merge, split, actor, wrong, right
    args       TEXT NOT NULL,               -- JSON
    made       TEXT NOT NULL,               -- day
    undone     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Why two items are one: every merge says why. By rule, or by hand (`correction` not null). Of all the pairs that are
-- the same these are kept: the least spanning forest, where a pair weighs as much as the day from which both are known.
-- So the items known by a day fall into the same clusters by the links known by that day as by all pairs.
CREATE TABLE links (
    a          TEXT NOT NULL,               -- items.id, the one known first; kind 'document': documents.sha256
    b          TEXT NOT NULL,
    kind       TEXT NOT NULL,
    why        TEXT NOT NULL,
    known      TEXT,                        -- the day from which both are known; null: undated
    correction INTEGER REFERENCES corrections,
    PRIMARY KEY (kind, b, a)
) STRICT, WITHOUT ROWID;

-- The life of a commitment or a meeting: one change of its state, by what, and from which day it is known.
CREATE TABLE changes (
    item  TEXT NOT NULL,                    -- items.id of the commitment or meeting
    state TEXT NOT NULL,                    -- open, accepted, rejected, triggered, averted, met, carried_out, broken,
                                            -- withdrawn, expired, option1, ...; proposed, planned, postponed, cancelled,
                                            -- held (what each is: lives/mod.rs)
    by    TEXT NOT NULL,                    -- items.id of what made it; '': the calendar
    day   TEXT,                             -- when it happened
    known TEXT,                             -- the day from which it is known
    sure  REAL NOT NULL,                    -- 0 to 1
    why   TEXT NOT NULL,
    PRIMARY KEY (item, state, by)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_by ON changes (by);

-- What `changes` come to now, for each cluster of commitments or meetings: written with them. What was known on a day is
-- the beginning of it, where `whole` is no later: the day from which no item made one of what had been several (null: some
-- item or change is undated, or wrong).
CREATE TABLE states (
    cluster TEXT PRIMARY KEY,
    first   TEXT NOT NULL,                  -- the id of its first item that is not wrong
    state   TEXT NOT NULL,                  -- the last step
    known   TEXT,                           -- the day from which that first item is known
    whole   TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE steps (
    cluster TEXT NOT NULL REFERENCES states ON DELETE CASCADE,
    n       INTEGER NOT NULL,
    state   TEXT NOT NULL,
    by      TEXT NOT NULL,
    day     TEXT,                           -- when it happened, else the day from which it is known
    known   TEXT,
    first   TEXT NOT NULL,                  -- these two as the state's
    whole   TEXT,
    PRIMARY KEY (cluster, n)
) STRICT, WITHOUT ROWID;

-- Of each document the hashes (32 bits, little end first, in order) of the keys by which its commitments and meetings are
-- found, and of those by which its happenings find some (relive/index.rs).
CREATE TABLE lived (
    doc   INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    asked BLOB NOT NULL,
    done  BLOB NOT NULL
) STRICT;

-- By what `changes` were told last. `told` is set false by every correction, rereading and rebuilding in the same
-- transaction: all is to be told again. One row.
CREATE TABLE told (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    told       INTEGER NOT NULL,
    world      TEXT NOT NULL,               -- the version of the program and what its lexicon says of acts
    speaks_for TEXT NOT NULL,               -- JSON: pairs of case ids
    today      TEXT                         -- the last day that the case knew
) STRICT;
INSERT INTO told VALUES (1, 1, '', '[]', NULL);

-- The documents that came since, or in which somebody is somebody else since: what has to do with them is to be told.
CREATE TABLE untold (
    doc INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE
) STRICT;

CREATE VIRTUAL TABLE texts USING fts5 (title, text, content = 'documents', content_rowid = 'doc',
                                       tokenize = 'porter unicode61');
