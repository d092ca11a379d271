/**
 * The benchmark: our screens and acts beside the bare engine, in one run on the same data. Started by {@code bench/run},
 * never by {@code mvn verify}; figures and what they mean are in docs/performance.md.
 */
@NullMarked
package vn.angiang.plan72.bench;

import org.jspecify.annotations.NullMarked;
