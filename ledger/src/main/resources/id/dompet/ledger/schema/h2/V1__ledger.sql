-- Dompet ledger, version 1, for H2 2.2 and newer.
-- Apply it with any migration tool, or let the ledger apply it by itself.

CREATE TABLE IF NOT EXISTS dompet_payment (
    reference          varchar(32)    NOT NULL PRIMARY KEY,
    provider           varchar(64)    NOT NULL,
    wallet             varchar(32)    NOT NULL,
    customer_reference varchar(64)    NOT NULL,
    amount             numeric(20, 4) NOT NULL,
    currency           char(3)        NOT NULL,
    fingerprint        char(64)       NOT NULL, -- SHA-256 of what makes it this payment
    content            varchar           NOT NULL, -- encrypted
    state              varchar(20)    NOT NULL,
    outcome            varchar,                    -- encrypted
    version            bigint         NOT NULL,
    created_at         timestamp(3) with time zone NOT NULL,
    sent_at            timestamp(3) with time zone NOT NULL,
    changed_at         timestamp(3) with time zone NOT NULL,
    next_question_at   timestamp(3) with time zone,          -- empty once the payment is closed
    questions          int            NOT NULL,
    missing_since      timestamp(3) with time zone,
    event_count        bigint         NOT NULL,
    lease_until        timestamp(9) with time zone
);
CREATE INDEX IF NOT EXISTS dompet_payment_due ON dompet_payment (provider, next_question_at);
CREATE INDEX IF NOT EXISTS dompet_payment_open ON dompet_payment (next_question_at, changed_at);

-- Money that goes back. Its events stand among the payment's, whose row is locked while they are
-- numbered and while what is left of it is counted.
CREATE TABLE IF NOT EXISTS dompet_refund (
    reference          varchar(32)    NOT NULL PRIMARY KEY,
    payment            varchar(32)    NOT NULL REFERENCES dompet_payment,
    provider           varchar(64)    NOT NULL,
    wallet             varchar(32)    NOT NULL,
    amount             numeric(20, 4) NOT NULL,
    currency           char(3)        NOT NULL,
    fingerprint        char(64)       NOT NULL, -- SHA-256 of what makes it this refund
    content            varchar        NOT NULL, -- encrypted
    state              varchar(20)    NOT NULL,
    outcome            varchar,                    -- encrypted
    version            bigint         NOT NULL,
    created_at         timestamp(3) with time zone NOT NULL,
    sent_at            timestamp(3) with time zone NOT NULL,
    changed_at         timestamp(3) with time zone NOT NULL,
    next_question_at   timestamp(3) with time zone,          -- empty once the refund is closed
    questions          int            NOT NULL,
    missing_since      timestamp(3) with time zone,
    lease_until        timestamp(9) with time zone
);
CREATE INDEX IF NOT EXISTS dompet_refund_payment ON dompet_refund (payment);
CREATE INDEX IF NOT EXISTS dompet_refund_due ON dompet_refund (provider, next_question_at);
CREATE INDEX IF NOT EXISTS dompet_refund_open ON dompet_refund (next_question_at);

-- Events that the merchant's handler has not had yet.
CREATE TABLE IF NOT EXISTS dompet_event (
    reference       varchar(32)    NOT NULL REFERENCES dompet_payment,
    number          bigint         NOT NULL,
    refund          varchar(32),      -- whose event it is; empty for the payment's own
    state           varchar(20)    NOT NULL,
    outcome         varchar,          -- encrypted
    alert           varchar(32),
    written_at      timestamp(3) with time zone NOT NULL,
    attempts        int            NOT NULL,
    next_attempt_at timestamp(3) with time zone NOT NULL,
    lease_until     timestamp(9) with time zone,
    PRIMARY KEY (reference, number)
);
CREATE INDEX IF NOT EXISTS dompet_event_due ON dompet_event (next_attempt_at, written_at);

-- Notifications that were applied.
CREATE TABLE IF NOT EXISTS dompet_notification (
    provider   varchar(64)    NOT NULL,
    event      varchar(255)   NOT NULL,
    applied_at timestamp(3) with time zone NOT NULL,
    PRIMARY KEY (provider, event)
);
CREATE INDEX IF NOT EXISTS dompet_notification_age ON dompet_notification (applied_at);

CREATE TABLE IF NOT EXISTS dompet_binding (
    id                 varchar(128)   NOT NULL PRIMARY KEY,
    provider           varchar(64)    NOT NULL,
    wallet             varchar(32)    NOT NULL,
    customer_reference varchar(64)    NOT NULL,
    bound_at           timestamp(3) with time zone NOT NULL,
    ended_at           timestamp(3) with time zone
);
CREATE INDEX IF NOT EXISTS dompet_binding_customer ON dompet_binding (customer_reference);

-- Customers who have been sent to link a wallet and are not back yet.
CREATE TABLE IF NOT EXISTS dompet_bind_attempt (
    attempt_key        char(64)       NOT NULL PRIMARY KEY, -- SHA-256 of the nonce
    reference          varchar(32)    NOT NULL,
    provider           varchar(64)    NOT NULL,
    customer_reference varchar(64)    NOT NULL,
    content            varchar           NOT NULL,             -- encrypted
    ends_at            timestamp(3) with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS dompet_bind_attempt_reference ON dompet_bind_attempt (reference);

CREATE TABLE IF NOT EXISTS dompet_credential (
    provider   varchar(64)    NOT NULL,
    subject    char(64)       NOT NULL, -- SHA-256: subjects can be secrets
    key_id     varchar(32)    NOT NULL,
    content    varchar           NOT NULL, -- encrypted, bound to provider and subject
    expires_at timestamp(3) with time zone,
    PRIMARY KEY (provider, subject)
);

CREATE TABLE IF NOT EXISTS dompet_lease (
    name        varchar(160) NOT NULL PRIMARY KEY,
    holder      varchar(64)  NOT NULL,
    lease_until timestamp(9) with time zone  NOT NULL
);

CREATE TABLE IF NOT EXISTS dompet_schema (
    version    int            NOT NULL PRIMARY KEY,
    applied_at timestamp(3) with time zone NOT NULL
);
INSERT INTO dompet_schema (version, applied_at)
    SELECT 1, CURRENT_TIMESTAMP WHERE NOT EXISTS (SELECT 1 FROM dompet_schema WHERE version = 1);
