/** ClusterGoals on a cluster that answers as Patroni does and changes as it is told. */
@NullMarked
package io.github.pg1c.maven.operate;

import org.jspecify.annotations.NullMarked;
