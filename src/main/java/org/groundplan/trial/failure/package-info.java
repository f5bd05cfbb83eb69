/** What is lost or done twice when an answer is lost or a worker dies. */
@org.jspecify.annotations.NullMarked
package org.groundplan.trial.failure;
