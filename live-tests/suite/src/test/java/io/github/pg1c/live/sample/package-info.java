/** The systems of the samples, booted as their owners wrote them on hosts of Debian. */
package io.github.pg1c.live.sample;
