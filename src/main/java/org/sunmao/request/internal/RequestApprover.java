package org.sunmao.request.internal;

import org.sunmao.request.internal.RequestView.RequestOrganization;

import java.util.UUID;

/** Somebody who may approve a request. */
record RequestApprover(UUID id, String name, String post, RequestOrganization organization) {}
