package vn.angiang.plan72.document;

import vn.angiang.plan72.shared.Actor;

/** A PENDING file was taken back; its content is gone. Published in the same transaction. */
public record DocumentRemoved(DocumentRef document, Actor actor) {}
