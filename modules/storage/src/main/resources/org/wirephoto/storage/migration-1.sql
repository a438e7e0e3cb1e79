-- Every image that there is: live where "deleted" is null, else in the trash.
-- Times are milliseconds since 1970 in UTC; "taken" is as the camera showed it where "taken_utc" is 0.
-- The columns by_* turn the lists round that run backwards: every list then runs forwards and its ties go by name,
-- so that one comparison of two values finds where a page begins.
CREATE TABLE image (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL CHECK (name_key <> ''),
    stem_key TEXT NOT NULL,
    owner TEXT NOT NULL,
    filesize INTEGER NOT NULL,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    saved INTEGER NOT NULL,
    taken INTEGER,
    taken_utc INTEGER,
    sender TEXT,
    deleted INTEGER,
    by_newest INTEGER AS (-saved) VIRTUAL,
    by_largest INTEGER AS (-filesize) VIRTUAL,
    by_taken INTEGER AS (coalesce(-taken, 9223372036854775807)) VIRTUAL,
    by_deleted INTEGER AS (-deleted) VIRTUAL
) STRICT;

CREATE UNIQUE INDEX live_by_name ON image (name_key) WHERE deleted IS NULL;
CREATE INDEX live_by_oldest ON image (saved, name_key) WHERE deleted IS NULL;
CREATE INDEX live_by_newest ON image (by_newest, name_key) WHERE deleted IS NULL;
CREATE INDEX live_by_largest ON image (by_largest, name_key) WHERE deleted IS NULL;
CREATE INDEX live_by_taken ON image (by_taken, name_key) WHERE deleted IS NULL;
CREATE INDEX live_by_stem ON image (stem_key, name_key) WHERE deleted IS NULL;
CREATE INDEX trash_by_deleted ON image (by_deleted, id, name_key) WHERE deleted IS NOT NULL;
CREATE INDEX trash_by_name ON image (name_key, by_deleted) WHERE deleted IS NOT NULL;
CREATE INDEX image_by_digest ON image (digest, deleted);

-- The parts of three characters of the live images' names; its rowid is image.row.
CREATE VIRTUAL TABLE name_part USING fts5 (
    name_key, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
);

CREATE TRIGGER part_in AFTER INSERT ON image WHEN new.deleted IS NULL BEGIN
    INSERT INTO name_part (rowid, name_key) VALUES (new.row, new.name_key);
END;

CREATE TRIGGER part_out AFTER DELETE ON image WHEN old.deleted IS NULL BEGIN
    DELETE FROM name_part WHERE rowid = old.row;
END;

CREATE TRIGGER part_change AFTER UPDATE OF name_key, deleted ON image BEGIN
    DELETE FROM name_part WHERE old.deleted IS NULL AND rowid = old.row;
    INSERT INTO name_part (rowid, name_key) SELECT new.row, new.name_key WHERE new.deleted IS NULL;
END;

-- What each owner has, and in the one row of "total" what all have: counting rows would cost more with each image.
CREATE TABLE usage (
    owner TEXT PRIMARY KEY,
    images INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    trashed INTEGER NOT NULL,
    trashed_bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE total (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    images INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    trashed INTEGER NOT NULL,
    trashed_bytes INTEGER NOT NULL
) STRICT;

INSERT INTO total VALUES (1, 0, 0, 0, 0);

CREATE TRIGGER usage_in AFTER INSERT ON image BEGIN
    INSERT OR IGNORE INTO usage VALUES (new.owner, 0, 0, 0, 0);
    UPDATE usage SET
        images = images + (new.deleted IS NULL),
        bytes = bytes + new.filesize * (new.deleted IS NULL),
        trashed = trashed + (new.deleted IS NOT NULL),
        trashed_bytes = trashed_bytes + new.filesize * (new.deleted IS NOT NULL)
        WHERE owner = new.owner;
    UPDATE total SET
        images = images + (new.deleted IS NULL),
        bytes = bytes + new.filesize * (new.deleted IS NULL),
        trashed = trashed + (new.deleted IS NOT NULL),
        trashed_bytes = trashed_bytes + new.filesize * (new.deleted IS NOT NULL);
END;

CREATE TRIGGER usage_out AFTER DELETE ON image BEGIN
    UPDATE usage SET
        images = images - (old.deleted IS NULL),
        bytes = bytes - old.filesize * (old.deleted IS NULL),
        trashed = trashed - (old.deleted IS NOT NULL),
        trashed_bytes = trashed_bytes - old.filesize * (old.deleted IS NOT NULL)
        WHERE owner = old.owner;
    UPDATE total SET
        images = images - (old.deleted IS NULL),
        bytes = bytes - old.filesize * (old.deleted IS NULL),
        trashed = trashed - (old.deleted IS NOT NULL),
        trashed_bytes = trashed_bytes - old.filesize * (old.deleted IS NOT NULL);
END;

CREATE TRIGGER usage_change AFTER UPDATE OF deleted ON image
WHEN (old.deleted IS NULL) <> (new.deleted IS NULL) BEGIN
    UPDATE usage SET
        images = images + (new.deleted IS NULL) - (old.deleted IS NULL),
        bytes = bytes + new.filesize * ((new.deleted IS NULL) - (old.deleted IS NULL)),
        trashed = trashed + (old.deleted IS NULL) - (new.deleted IS NULL),
        trashed_bytes = trashed_bytes + new.filesize * ((old.deleted IS NULL) - (new.deleted IS NULL))
        WHERE owner = new.owner;
    UPDATE total SET
        images = images + (new.deleted IS NULL) - (old.deleted IS NULL),
        bytes = bytes + new.filesize * ((new.deleted IS NULL) - (old.deleted IS NULL)),
        trashed = trashed + (old.deleted IS NULL) - (new.deleted IS NULL),
        trashed_bytes = trashed_bytes + new.filesize * ((old.deleted IS NULL) - (new.deleted IS NULL));
END;

-- What happened, the newest of it. A number is never used again, also after all events were dropped.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('saved', 'deleted', 'renamed')),
    old_name TEXT NOT NULL,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    filesize INTEGER NOT NULL,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    digest BLOB NOT NULL,
    saved INTEGER NOT NULL,
    taken INTEGER,
    taken_utc INTEGER,
    sender TEXT
) STRICT;

-- Which store's events these are: a copy of the store gets another id.
CREATE TABLE history (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL
) STRICT;

INSERT INTO history VALUES (1, lower(hex(randomblob(8))));
