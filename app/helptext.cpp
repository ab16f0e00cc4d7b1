// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "settings.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

QString settingsList()
{
    QString text;
    constexpr int nameWidth = 37;
    for (const auto &key : Settings::keys())
        text += QStringLiteral("  %1 %2 [%3]\n").arg(key.name, -nameWidth).arg(key.meaning, key.defaultValue);
    return text;
}

/// The commands, and the options of those that find and export.
QString workText()
{
    return QCoreApplication::translate("CommandLine", R"(Linernotes finds out who made the records.

Usage:
  linernotes [OPTIONS]                     opens the desktop
  linernotes run [OPTIONS]                 works without a window until stopped (Ctrl+C stops cleanly)
  linernotes seed ARTIST… [OPTIONS]        queues artists and leaves
  linernotes status [--json]               shows queues, runs and totals
  linernotes export KIND --output FILE     writes producers, credits or profiles
  linernotes runs list|pause|resume|cancel|priority|repeat|compare
                                           looks after runs
  linernotes stages list|pause|resume      holds a stage's work, for a time or until it is resumed
  linernotes producers enrich NUMBER…      reads the profiles and aliases of these producers again
  linernotes dead-letters list|show|retry|edit|discard|undo
                                           looks after messages that were given up
  linernotes circuit SERVICE [show|open|close|release|probe]
                                           a service's circuit breaker: how it stands, or a person's word
  linernotes cache show|clear [SERVICE]    the services' answers that are kept to spare calls
  linernotes events [OPTIONS]              what happened: failures, refusals, runs, what people decided
  linernotes metrics [OPTIONS]             how much was done, how fast, at what cost in calls
  linernotes credentials [show|set|delete|test] [SERVICE]
                                           the keys of the services, in the system's keychain
  linernotes settings list|get|set|reset   what the work goes by, kept in the database

An ARTIST is a name, a Spotify id, a spotify: URI or an open.spotify.com link.

Options of every command:
  --database FILE     the database [in the user's data folder; LINERNOTES_DATABASE]
  --demo              invented artists from a service inside the program, in a database of their own; no account needed
  --demo-face older|today
                      what that service grants, with --demo: as to Spotify apps of long ago (pages of 50, batches), or as
                      to a new one of today (pages of 10, no batches, fewer fields, 1,500 calls a day) [older]
  --set KEY=VALUE     a setting for this start, repeatable; the keys are below
  --help, --version

run:
  --seed ARTIST       seeds an artist first, repeatable; all of them are one run
  --seed-file FILE    one artist a line, or the first column of a .csv; UTF-8, or UTF-16 with its byte order mark
  --until-idle        ends when nothing is queued any more; without a seed it goes on with what is queued
  --progress text|json  how progress is told: lines for people (stderr), or one JSON object a line (stdout)

seed:
  --seed-file FILE, --json
                      A list is queued wholly or not at all: lines that can't be used are named, and the exit code is 2.

export producers|credits|profiles:
  --format csv|jsonl  [csv]; RFC 4180 in UTF-8, cells that look like formulas are made harmless
  --output FILE       appears only when it is written whole; “-” is standard output
  --bom               CSV with a byte order mark, for Excel
  --filter TEXT       only producers whose name, alias or artist has these words, or whose role is one of them
  --role, --platform, --tag NAME    only those with this role (producer, writer, …), a profile there (x, …), this tag
  --confidence 0…1, --since DAY     only those believed at least so much; found on this day or later
  --run NUMBER        only those with credits on what this run has identified
)");
}

/// The options of those that look after what went wrong.
QString careText()
{
    return QCoreApplication::translate("CommandLine", R"(
runs:
  list                the newest first
  pause | resume NUMBER…            what is in flight is finished, the rest waits, over restarts too
  cancel NUMBER…      discards what waits; what was found stays
  priority low|normal|high NUMBER…  messages of a higher one are read first
  repeat NUMBER [--name TEXT]       the same artists as a new run; what was fetched before counts as old
  compare FIRST SECOND              producers that the second has found credits of, and the first has not
  --json              one JSON object a line

stages:
  list                the five, what is queued, and whether they are paused
  pause STAGE… [--for TIME]         what is in flight is finished; the rest waits until then, or until it is resumed
  resume STAGE…
  --json              one JSON object a line
                      A program that is running on the same database follows within a second.

dead-letters:
  list                the groups by what went wrong; with a filter below, the letters of it
  show NUMBER         all that is known of one
  retry NUMBER…       sends them again; so does retry with a filter
  edit NUMBER --message JSON | --artist SPOTIFY-ID
                      sends another message instead, or chooses the artist that an ambiguous name meant
  discard NUMBER… --reason TEXT     gives them up for good; so does discard with a filter
  undo ACTION…        makes dead again what was discarded, or sent again and not taken up yet
  --group KEY, --queue QUEUE, --category CATEGORY, --service SERVICE, --text WORDS, --all
                      which ones; a bulk action takes those that were there when it began
  --json              one JSON object a line

circuit spotify|genius|musicbrainz:
  show                how it stands and how it changed
  open | close        holds it open (no call goes out) or closed (failures don't stop the calls)
  release             leaves it to the calls again
  probe               tries a service that is out of order now, not when its cool-down ends
  --reason TEXT       kept in its history
  --json
                      A program that is running on the same database hears it at once.

cache:
  show                how many answers are kept of each service
  clear               forgets them: what is needed is asked for again
  --json

events:               the newest, in the order they happened
  --level LEVEL       debug, info, warning or error, and what is worse [debug; messages that went well are written down
                      only with --set log.level=debug]
  --stage STAGE, --service SERVICE, --run NUMBER, --message NUMBER, --text TEXT
                      only those about it
  --limit NUMBER      [100]
  --follow            goes on with what comes until stopped (Ctrl+C)
  --json              one JSON object a line
                      The same lines are beside the database, in linernotes.events.jsonl (named after it), the older ones in …jsonl.1 to
                      …jsonl.4 (10 MB each). Tokens and secrets are in neither.

metrics:
  --span TIME         the last 5min, 1h, 24h, 7d, … [1h]: by ten seconds up to 20 min, by the minute up to a day, by the
                      hour up to 60 days, then by the day
  --stage STAGE | --service SERVICE
  --json              one JSON object with every point

credentials:
  show                where they come from; never what they are
  set spotify|genius  keeps them in the keychain: asks at a terminal, else reads lines of standard input (spotify: client
                      id, client secret; genius: client access token)
  delete spotify|genius
                      takes them out of the keychain
  test                asks the services with them, by one call each; exit code 1 where one does not work
  --json
                      A service's are taken from the keychain, or else from the environment.

settings:             the keys are below
  list                all with their values, and where these come from: --set wins over the database
  get KEY             the value alone
  set KEY VALUE       keeps it in the database; a running program takes it up when it is started again
  reset KEY           back to the default
  --json              one JSON object a line
)");
}

QString surroundingsText()
{
    return QCoreApplication::translate("CommandLine", R"(
Environment:
  SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET, GENIUS_ACCESS_TOKEN   the credentials, where the keychain has none
  LINERNOTES_KEYCHAIN=off                                         leaves the keychain alone
  LINERNOTES_DATABASE                                             the database
  LINERNOTES_SPOTIFY_API_URL, LINERNOTES_SPOTIFY_ACCOUNTS_URL, LINERNOTES_GENIUS_API_URL,
  LINERNOTES_MUSICBRAINZ_API_URL
                                                                  other addresses of the services

Exit codes: 0 done, 1 failed, 2 wrong usage; of run --until-idle also 3 finished, but runs that it worked on (unfinished
at its start, or seeded by it) have open dead letters, and 4 told to stop before it was done.

A database holds either real work or the demo's, never both: commands that would mix them are refused.

Examples:
  linernotes run --demo --seed "Mirela Vantage" --until-idle
  linernotes export credits --format csv --output credits.csv
  linernotes export producers --format jsonl --output - | head
  linernotes dead-letters retry --category Timeout
)");
}

} // namespace

QString helpText()
{
    return workText() + careText()
        + QCoreApplication::translate("CommandLine", "\nSettings for --set (each with its default):\n") + settingsList()
        + surroundingsText();
}

} // namespace linernotes
