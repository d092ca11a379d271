package vn.angiang.plan72.document;

import vn.angiang.plan72.shared.Actor;

/** A file was uploaded and is PENDING. Published in the same transaction. */
public record DocumentStored(DocumentRef document, Actor actor) {}
