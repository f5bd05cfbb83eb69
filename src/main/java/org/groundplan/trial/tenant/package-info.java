/** Whether tenants are kept apart: every operation as another tenant, every table bare. */
@org.jspecify.annotations.NullMarked
package org.groundplan.trial.tenant;
