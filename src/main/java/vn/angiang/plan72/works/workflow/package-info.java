/** Steps the model of small works may call. */
@org.jspecify.annotations.NullMarked
package vn.angiang.plan72.works.workflow;
