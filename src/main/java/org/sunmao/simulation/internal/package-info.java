@NullMarked
package org.sunmao.simulation.internal;

import org.jspecify.annotations.NullMarked;
