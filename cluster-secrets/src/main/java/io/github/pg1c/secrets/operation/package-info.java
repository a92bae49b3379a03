/**
 * Operations on the certificates of a cluster, each as a request, a plan and a result. A plan lists everything that
 * prevents the operation; a result says what was changed and which files each node must get.
 */
@NullMarked
package io.github.pg1c.secrets.operation;

import org.jspecify.annotations.NullMarked;
