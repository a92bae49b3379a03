/**
 * What is done with the certificates of a cluster during their life, each as a request, a plan and a result. A plan
 * lists everything that prevents the operation; a result says what was changed and what each node has to be given.
 */
@NullMarked
package io.github.pg1c.secrets.operation;

import org.jspecify.annotations.NullMarked;
