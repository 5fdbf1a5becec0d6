@NullMarked
package org.sunmao.admission.internal;

import org.jspecify.annotations.NullMarked;
