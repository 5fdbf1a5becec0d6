package org.sunmao.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Duration;

/**
 * The pages of the front. Its own addresses are listed, so that an unknown address is a plain 404
 * and the desk never answers for the phone, the terminal, the wall or the interfaces.
 */
@Configuration
class FrontPages implements WebMvcConfigurer {

    private static final String[] DESK = {
        "/",
        "/sign-in",
        "/first",
        "/welcome",
        "/accounts",
        "/grants",
        "/roles",
        "/sessions",
        "/organizations",
        "/organizations/new",
        "/organizations/trees",
        "/organizations/overview",
        "/organizations/{id}",
        "/organizations/{id}/edit",
        "/organizations/{id}/posts/new",
        "/organizations/{id}/terms",
        "/changes",
        "/changes/new",
        "/changes/{id}",
        "/changes/{id}/edit",
        "/changes/{id}/preview",
        "/posts",
        "/posts/{id}/end",
        "/posts/{id}/correct",
        "/bodies",
        "/bodies/new",
        "/bodies/{id}",
        "/bodies/{id}/edit",
        "/members",
        "/members/new",
        "/members/breakdown",
        "/members/{id}",
        "/members/{id}/edit",
        "/admissions",
        "/admissions/new",
        "/admissions/board",
        "/admissions/talents",
        "/admissions/talents/new",
        "/admissions/talents/{id}",
        "/admissions/{id}",
        "/imports",
        "/imports/{id}",
        "/statistics",
        "/statistics/below",
        "/board",
        "/exports",
        "/duties",
        "/duties/{id}",
        "/record",
        "/meetings",
        "/meetings/calendar",
        "/meetings/plan",
        "/meetings/lectures",
        "/meetings/{id}",
        "/meetings/{id}/edit",
        "/meetings/{id}/appraisal",
        "/rules",
        "/rules/{id}",
        "/figures",
        "/calendar",
        "/requests",
        "/requests/new",
        "/requests/burden",
        "/requests/{id}",
        "/mine",
        "/mine/readings",
        "/mine/corrections",
        "/mine/corrections/new",
        "/mine/calendar",
        "/mine/data",
        "/digests",
        "/corrections",
        "/corrections/{id}",
        "/privacy",
        "/audit",
        "/alarms",
        "/activate",
        "/security",
        "/member-accounts",
        "/second-factors",
    };

    private static final String[] PHONE = {
        "/m/",
        "/m/sign-in",
        "/m/activate",
        "/m/security",
        "/m/mine",
        "/m/mine/readings",
        "/m/mine/corrections",
        "/m/mine/corrections/new",
        "/m/mine/calendar",
        "/m/mine/data",
        "/m/digests",
        "/m/organization",
        "/m/organization/{id}",
        "/m/duties",
        "/m/duties/{id}",
        "/m/rules/{id}",
        "/m/requests",
        "/m/requests/{id}",
        "/m/members",
        "/m/members/new",
        "/m/members/{id}",
        "/m/members/{id}/edit",
        "/m/statistics",
        "/m/board",
        "/m/record",
        "/m/meetings",
        "/m/meetings/{id}",
        "/m/meetings/{id}/edit",
        "/m/life",
        "/m/admission",
        "/m/admission/{id}/{step}",
        "/m/admissions",
        "/m/admissions/{id}",
        "/m/admissions/{id}/{step}",
    };

    private static final String[] WALL = {
        "/w/",
    };

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (var page : DESK) {
            registry.addViewController(page).setViewName("forward:/index.html");
        }
        registry.addRedirectViewController("/m", "/m/");
        for (var page : PHONE) {
            registry.addViewController(page).setViewName("forward:/m/index.html");
        }
        registry.addRedirectViewController("/w", "/w/");
        for (var page : WALL) {
            registry.addViewController(page).setViewName("forward:/w/index.html");
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        var pages =
                new String[] {
                    "/index.html", "/m/index.html", "/m/sw.js", "/w/index.html", "/favicon.svg"
                };
        registry.addResourceHandler(pages)
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }
}
