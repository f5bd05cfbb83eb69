package org.groundplan.brief.prose;

import java.util.Set;

/** What verbs that people use of software do to what they are used on. */
final class VerbKinds {
    static final Set<String> READ =
            Words.words(
                    "see, view, read, search, search for, find, browse, look, look at, look for, look up, list, watch, track, check, monitor, compare, get, access, follow, inspect, consult, filter, display, show, receive, explore, preview, query, navigate, audit, prove, retrieve, fetch, study, analyse, analyze, examine, sort, scroll, hear");
    static final Set<String> CREATE =
            Words.words(
                    "create, add, make, write, post, publish, upload, submit, send, enter, record, register, place, put, put together, log, start, fill, fill in, fill out, draft, import, define, propose, schedule, attach, report, request, issue, invite, raise, open, ask, generate, announce, capture, provide, store, compose, give, leave, sign up, message, include");
    static final Set<String> UPDATE =
            Words.words(
                    "edit, change, update, modify, set, assign, correct, adjust, rename, reschedule, extend, renew, move, adapt, mark, configure, tag, label, link, connect, manage, maintain, improve, customise, customize, merge, upgrade, reset, choose, select, swap, transfer, pass, prolong, top up, choose, order by, organise, organize, prioritise, prioritize, restore");
    static final Set<String> DELETE =
            Words.words("delete, remove, drop, erase, clear, discard, purge, detach");
    static final Set<String> EXPORT = Words.words("export, download, print");
    static final Set<String> NOTIFY =
            Words.words(
                    "notify, remind, alert, inform, warn, email, e-mail, text, tell, call, go out");

    /** Verbs that are no deed: they say how things are. */
    static final Set<String> STATES =
            Words.words(
                    "lapse, expire, begin, fall, rise, fail, break, occur, vanish, crash, be, have, want, need, know, expect, hope, like, come, go, turn, belong, live, consist, contain, include, hold, feel, cost, last, lag, stay, happen, mean, lie, fit, suit, depend, matter, exist, remain, seem, become, arrive, turn up, work, run, grow, plan, use, look after, decide, think, believe, understand, wish, prefer, appear, disappear, cope, earn, own, miss, trust, wait, try, help, let, allow, enable, keep track, react to, count, exceed, reckon, copy with, touch, add up, be able, rely, comply, support, serve, sustain, shall, get to, learn, forget, lose, walk, sit, stand, sleep, mind, care, afford, worry, spend");

    /** Verbs of which a search is made. */
    static final Set<String> SEARCH =
            Words.words("search, search for, find, browse, look up, look for, discover, explore");

    /** What a machine does by itself. */
    static final Set<String> SIGNALS =
            Words.words(
                    "report, send, measure, transmit, signal, emit, stream, push, upload, publish, ping, record, deliver, log, write, scan, detect, register, feed, weigh, photograph, capture");

    /** Verbs that move the state of something and leave nothing else behind. */
    static final Set<String> DECIDES =
            Words.words(
                    "approve, reject, accept, decline, refuse, confirm, cancel, deny, grant, close, reopen, block, ban, suspend, activate, deactivate, lock, unlock");

    /** Verbs that leave something behind however often they are said: a booking, a rating. */
    static final Set<String> LEAVES =
            Words.words(
                    "apply, book, comment, donate, enrol, enroll, hire, pay, rate, register, rent, reserve, review, subscribe, vote");

    /** Verbs by which somebody comes to be remembered, when nothing else is named. */
    static final Set<String> JOINS = Words.words("sign up, register, join, enrol, enroll");

    private VerbKinds() {}

    /** Whether it makes the thing that is its object. */
    static boolean makes(String verb) {
        return CREATE.contains(verb);
    }

    /**
     * Whether it only makes, changes, deletes or reads what it is used on: it leaves nothing else.
     */
    static boolean plain(String verb) {
        return reads(verb) || makes(verb) || UPDATE.contains(verb) || DELETE.contains(verb);
    }

    static boolean reads(String verb) {
        return READ.contains(verb)
                || EXPORT.contains(verb)
                || READ.contains(verb.replaceFirst(" .*", ""))
                        && verb.matches("(?:get|look|see|read) .*");
    }
}
