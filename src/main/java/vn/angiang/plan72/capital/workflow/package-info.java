/** Steps the models of capital may call. */
@org.jspecify.annotations.NullMarked
package vn.angiang.plan72.capital.workflow;
