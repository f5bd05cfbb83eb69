/** What is known, as data with source and date. */
@NullMarked
package org.groundplan.catalog;

import org.jspecify.annotations.NullMarked;
