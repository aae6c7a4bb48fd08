CREATE TABLE training_material (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    version      INT          NOT NULL,
    title        VARCHAR(120) NOT NULL,
    audience     VARCHAR(12)  NOT NULL COMMENT 'CALLERS, VOLUNTEERS',
    language     VARCHAR(3)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    media_type   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as the content showed, not the name',
    file         CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random name on disk',
    size         BIGINT       NOT NULL COMMENT 'bytes',
    seconds      INT          NULL COMMENT 'of audio; then there is <file>.wav for telephones too',
    published    BOOLEAN      NOT NULL,
    uploaded_at  DATETIME(3)  NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id),
    UNIQUE KEY training_material_file (file),
    KEY training_material_published (published, audience, language),
    CONSTRAINT training_material_language FOREIGN KEY (language) REFERENCES line_language (code),
    CHECK (audience IN ('CALLERS', 'VOLUNTEERS'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Training material: documents and recordings';
