@NullMarked
package org.sunmao.person.internal;

import org.jspecify.annotations.NullMarked;
