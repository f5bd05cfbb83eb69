package org.groundplan.brief.prose;

import java.util.Set;

/**
 * Words that are about talking, software, time or measure, and not about anybody's business. No
 * word of a trade stands here.
 */
final class Words {
    /** “A list of items” speaks of items. */
    static final Set<String> SEE_THROUGH =
            words(
                    """
                    stat,
                    access, all, amount, any, availability, batch, bit, change, collection,
                    copy, count, data, detail, display, form of, head, history, info,
                    information, kind, lifecycle, list, lot, majority, number, one,
                    overview, part, piece, progress, range, record, rest, search,
                    selection, sequence, series, set, sort, state, statistic, stats,
                    status, stream, subset, summary, total, transcript, type, update,
                    usage, use, variety, version, view
                    """);

    /** What a thing has and what is no thing by itself. */
    static final Set<String> FIELD =
            words(
                    """
                    address, age, amount, author, balance, barcode, birthday, category,
                    code, color, colour, content, count, data, date, deadline, description,
                    detail, due date, duration, e-mail, email, frequency, gender, height,
                    history, hour, hours, id, identifier, info, information, kind, label,
                    language, length, level, limit, link, location, metadata, name, note,
                    number, password, percentage, phone, position, postcode, preference,
                    price, priority, quantity, rate, reason, size, state, status, subject,
                    telephone, temperature, text, time, timezone, title, type, url,
                    username, value, weight, width, zip
                    """);

    /** What joins phrases and is never part of a name. */
    static final Set<String> JOIN =
            words(
                    "and, or, between, in, on, at, by, for, of, to, from, with, within, per, is, are, was, were, may, must, can, have, has, during, before, after, over, under, come, comes, happen, arrive");

    /** Words about software and its surface. */
    static final Set<String> SOFTWARE =
            words(
                    """
                    ability, access, area, neighbourhood, neighborhood, surrounding, map, chart, graph, curve, diagram, side, sign, part, single sign-on, sign-on, list item, pick-up, day, home, front door, behalf, moment, accessibility, action, advance, advantage, anybody,
                    anything, api, app, application, architecture, attempt, attention,
                    average, backend, backup, basis, begin, beginning, benefit, bootstrap,
                    browser, budget, bug, bulk, business, button, case, case of, chance,
                    change, checkbox, click, cloud, clutter, code, colleague, column,
                    communication, company's, compliance, computer, configuration,
                    connection, contact, control, copy, cost, css, csv, csv file,
                    dashboard, database, desk, desktop, detail, developer, device, display,
                    documentation, dollar, door, download, dropdown, duty, ease, effort,
                    end, engineer, error, euro, everyone, everything, example, experience,
                    export, fact, feature, field, filter, font, format, frontend,
                    functionality, gb, goal, growth, guideline, half, hand, hardware, help,
                    homepage, html, icon, idea, import, improvement, index, infrastructure,
                    input, insight, instance, interest, interface, internet, issue of,
                    json, kb, kind, knowledge, laptop, layout, life, link, load, log-in,
                    login, look, lot, management, maximum, mb, menu bar, mind, minimum,
                    mistake, mobile, money, ms, navigation, need, no, nobody, nothing, one,
                    online, opportunity, option, order by, order to, other, output,
                    overview, page, participation, pdf, peace, peak, people, percent,
                    performance, person, phone, place, platform, pop-up, popup, portal,
                    possibility, pound, privacy, problem, process, product, project,
                    purpose, query, question of, reason, request, requirement, response,
                    result, row, safety, screen, script, security, sense, server, service,
                    setting, sidebar, sight, site, software, solution, somebody, someone,
                    something, standard, start, step, story, stuff, style, support, system,
                    tab, table, team, technology, template, term, test, thing, thumbnail,
                    time zone, times, today, tomorrow, tool, track, traffic, transparency,
                    ui, understanding, upload, url, use case, user interface, ux, view,
                    way, web, website, widget, wizard, word, work, world, xml, yes,
                    yesterday
                    """);

    /** Kinds of things (files of WordNet) that are seldom something a system remembers. */
    static final Set<String> NO_THING =
            words(
                    """
                    body, feeling, motive, phenomenon, quantity, relation, shape, time
                    """);

    /** The last word of several. */
    static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    static Set<String> words(String list) {
        return java.util.Arrays.stream(list.split("[,\n]"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private Words() {}
}
