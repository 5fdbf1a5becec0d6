@NullMarked
package org.sunmao.database.internal;

import org.jspecify.annotations.NullMarked;
