/** Whether everything of one person comes out, and is forgotten, and nothing of another. */
@org.jspecify.annotations.NullMarked
package org.groundplan.trial.privacy;
