/** Nodes as in production – the jar, PostgreSQL, nginx with the file of {@code deploy/} – started and broken by tests. */
@org.jspecify.annotations.NullMarked
package vn.angiang.plan72.cluster;
