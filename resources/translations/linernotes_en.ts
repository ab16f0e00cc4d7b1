<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>linernotes::ui::AttentionList</name>
    <message numerus="yes">
        <source>The work is paused with %Ln message(s) waiting.</source>
        <translation>
            <numerusform>The work is paused with %Ln message waiting.</numerusform>
            <numerusform>The work is paused with %Ln messages waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) died.</source>
        <translation>
            <numerusform>%Ln message died.</numerusform>
            <numerusform>%Ln messages died.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) paused.</source>
        <translation>
            <numerusform>%Ln run paused.</numerusform>
            <numerusform>%Ln runs paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) fit several artists.</source>
        <translation>
            <numerusform>%Ln name fits several artists.</numerusform>
            <numerusform>%Ln names fit several artists.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) fit no artist.</source>
        <translation>
            <numerusform>%Ln name fits no artist.</numerusform>
            <numerusform>%Ln names fit no artist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CandidatesView</name>
    <message numerus="yes">
        <source>%Ln follower(s)</source>
        <translation>
            <numerusform>%Ln follower</numerusform>
            <numerusform>%Ln followers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CircuitStrip</name>
    <message numerus="yes">
        <source>Circuit: opened %Ln time(s)</source>
        <translation>
            <numerusform>Circuit: opened %Ln time</numerusform>
            <numerusform>Circuit: opened %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln call(s)</source>
        <translation>
            <numerusform>Last %Ln call</numerusform>
            <numerusform>Last %Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln slow</source>
        <translation>
            <numerusform>%Ln slow</numerusform>
            <numerusform>%Ln slow</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ColleaguesModel</name>
    <message numerus="yes">
        <source>%1: %Ln recording(s) together</source>
        <translation>
            <numerusform>%1: %Ln recording together</numerusform>
            <numerusform>%1: %Ln recordings together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CompareDialog</name>
    <message numerus="yes">
        <source>%Ln producer(s) are new.</source>
        <translation>
            <numerusform>%Ln producer is new.</numerusform>
            <numerusform>%Ln producers are new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::DashboardPage</name>
    <message numerus="yes">
        <source>%Ln run(s) waiting</source>
        <translation>
            <numerusform>%Ln run waiting</numerusform>
            <numerusform>%Ln runs waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) under way</source>
        <translation>
            <numerusform>%Ln run under way</numerusform>
            <numerusform>%Ln runs under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead letter(s)</source>
        <translation>
            <numerusform>%Ln dead letter</numerusform>
            <numerusform>%Ln dead letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) paused</source>
        <translation>
            <numerusform>%Ln run paused</numerusform>
            <numerusform>%Ln runs paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::DeadLettersPage</name>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters are selected.</source>
        <translation>
            <numerusform>%Ln letter is selected.</numerusform>
            <numerusform>%Ln letters are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::DiscardDialog</name>
    <message numerus="yes">
        <source>Discard %Ln letter(s)</source>
        <translation>
            <numerusform>Discard %Ln letter</numerusform>
            <numerusform>Discard %Ln letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EventList</name>
    <message numerus="yes">
        <source>More than %Ln new</source>
        <translation>
            <numerusform>More than %Ln new</numerusform>
            <numerusform>More than %Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EvidenceView</name>
    <message numerus="yes">
        <source>%1 confident, by %Ln source(s)</source>
        <translation>
            <numerusform>%1 confident, by %Ln source</numerusform>
            <numerusform>%1 confident, by %Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln producer(s)</source>
        <translation>
            <numerusform>%Ln producer</numerusform>
            <numerusform>%Ln producers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ExportRun</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::GroupsModel</name>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them died again after a retry</source>
        <translation>
            <numerusform>%Ln of them died again after a retry</numerusform>
            <numerusform>%Ln of them died again after a retry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LetterActions</name>
    <message numerus="yes">
        <source>Retry %Ln letter(s)</source>
        <translation>
            <numerusform>Retry %Ln letter</numerusform>
            <numerusform>Retry %Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln letter(s)…</source>
        <translation>
            <numerusform>Discard %Ln letter…</numerusform>
            <numerusform>Discard %Ln letters…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln letter(s) again?</source>
        <translation>
            <numerusform>Send %Ln letter again?</numerusform>
            <numerusform>Send %Ln letters again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) sent again</source>
        <translation>
            <numerusform>%Ln letter sent again</numerusform>
            <numerusform>%Ln letters sent again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) discarded</source>
        <translation>
            <numerusform>%Ln letter discarded</numerusform>
            <numerusform>%Ln letters discarded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) brought back</source>
        <translation>
            <numerusform>%Ln letter brought back</numerusform>
            <numerusform>%Ln letters brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had been taken up by a worker already</source>
        <translation>
            <numerusform>%Ln had been taken up by a worker already</numerusform>
            <numerusform>%Ln had been taken up by a worker already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped, for they had changed meanwhile</source>
        <translation>
            <numerusform>%Ln skipped, for it had changed meanwhile</numerusform>
            <numerusform>%Ln skipped, for they had changed meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was undone: %Ln letter(s) had been taken up by a worker already.</source>
        <translation>
            <numerusform>Nothing was undone: %Ln letter had been taken up by a worker already.</numerusform>
            <numerusform>Nothing was undone: %Ln letters had been taken up by a worker already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln died again</source>
        <translation>
            <numerusform>%Ln died again</numerusform>
            <numerusform>%Ln died again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <translation>
            <numerusform>%Ln under way</numerusform>
            <numerusform>%Ln under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo the last action, on %Ln letter(s)</source>
        <translation>
            <numerusform>Undo the last action, on %Ln letter</numerusform>
            <numerusform>Undo the last action, on %Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting (%1)</source>
        <translation>
            <numerusform>%Ln waiting (%1)</numerusform>
            <numerusform>%Ln waiting (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LetterList</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LetterView</name>
    <message numerus="yes">
        <source>Its work was retried %Ln time(s) before and died again</source>
        <translation>
            <numerusform>Its work was retried %Ln time before and died again</numerusform>
            <numerusform>Its work was retried %Ln times before and died again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %Ln time(s)</source>
        <translation>
            <numerusform>read %Ln time</numerusform>
            <numerusform>read %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln artist(s) queued</source>
        <translation>
            <numerusform>%Ln artist queued</numerusform>
            <numerusform>%Ln artists queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln known already</numerusform>
            <numerusform>%Ln known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1</source>
        <translation>
            <numerusform>%Ln row written to %1</numerusform>
            <numerusform>%Ln rows written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln line(s) were not understood: they stand in the list when it is opened again.</source>
        <translation>
            <numerusform>%1 %Ln line was not understood: it stands in the list when it is opened again.</numerusform>
            <numerusform>%1 %Ln lines were not understood: they stand in the list when it is opened again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing to do: %Ln artist(s) known already. What came of that is under Producers; “Repeat with fresh data” on Runs asks again.</source>
        <translation>
            <numerusform>Nothing to do: %Ln artist is known already. What came of that is under Producers; “Repeat with fresh data” on Runs asks again.</numerusform>
            <numerusform>Nothing to do: %Ln artists are known already. What came of that is under Producers; “Repeat with fresh data” on Runs asks again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::MessageView</name>
    <message numerus="yes">
        <source>read %Ln time(s)</source>
        <translation>
            <numerusform>read %Ln time</numerusform>
            <numerusform>read %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed attempt(s)</source>
        <translation>
            <numerusform>%Ln failed attempt</numerusform>
            <numerusform>%Ln failed attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProblemList</name>
    <message numerus="yes">
        <source>Last %Ln hour(s)</source>
        <translation>
            <numerusform>Last hour</numerusform>
            <numerusform>Last %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProblemsModel</name>
    <message numerus="yes">
        <source>%Ln warning(s) and error(s)</source>
        <translation>
            <numerusform>%Ln warning or error</numerusform>
            <numerusform>%Ln warnings and errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerCommands</name>
    <message numerus="yes">
        <source>Profiles of %Ln producer(s), again</source>
        <translation>
            <numerusform>Profiles of %Ln producer, again</numerusform>
            <numerusform>Profiles of %Ln producers, again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s) queued.</source>
        <translation>
            <numerusform>%Ln producer queued.</numerusform>
            <numerusform>%Ln producers queued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln no page is known that could be read.</source>
        <translation>
            <numerusform>Of %Ln no page is known that could be read.</numerusform>
            <numerusform>Of %Ln no page is known that could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag for %Ln producer(s)</source>
        <translation>
            <numerusform>Tag for %Ln producer</numerusform>
            <numerusform>Tag for %Ln producers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag to take from %Ln producer(s)</source>
        <translation>
            <numerusform>Tag to take from %Ln producer</numerusform>
            <numerusform>Tag to take from %Ln producers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read the profiles of %Ln producer(s) again?</source>
        <translation>
            <numerusform>Read the profiles of %Ln producer again?</numerusform>
            <numerusform>Read the profiles of %Ln producers again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is given to %Ln producer(s).</source>
        <translation>
            <numerusform>“%1” is given to %Ln producer.</numerusform>
            <numerusform>“%1” is given to %Ln producers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is taken from %Ln producer(s).</source>
        <translation>
            <numerusform>“%1” is taken from %Ln producer.</numerusform>
            <numerusform>“%1” is taken from %Ln producers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have as many tags as one can have.</source>
        <translation>
            <numerusform>%Ln has as many tags as one can have.</numerusform>
            <numerusform>%Ln have as many tags as one can have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is taken from %Ln producer(s) again.</source>
        <translation>
            <numerusform>“%1” is taken from %Ln producer again.</numerusform>
            <numerusform>“%1” is taken from %Ln producers again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s) have “%1” again.</source>
        <translation>
            <numerusform>%Ln producer has “%1” again.</numerusform>
            <numerusform>%Ln producers have “%1” again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerHeader</name>
    <message numerus="yes">
        <source>%Ln credit(s)</source>
        <translation>
            <numerusform>%Ln credit</numerusform>
            <numerusform>%Ln credits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln artist(s)</source>
        <translation>
            <numerusform>%Ln artist</numerusform>
            <numerusform>%Ln artists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerPage</name>
    <message numerus="yes">
        <source>%Ln credit(s) without a date.</source>
        <translation>
            <numerusform>%Ln credit without a date.</numerusform>
            <numerusform>%Ln credits without a date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Profiles of %Ln producer(s), again</source>
        <translation>
            <numerusform>Profiles of %Ln producer, again</numerusform>
            <numerusform>Profiles of %Ln producers, again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducersModel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducersPage</name>
    <message numerus="yes">
        <source>%Ln producer(s)</source>
        <translation>
            <numerusform>%Ln producer</numerusform>
            <numerusform>%Ln producers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) are waiting.</source>
        <translation>
            <numerusform>%Ln recording is waiting.</numerusform>
            <numerusform>%Ln recordings are waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunsList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunsModel</name>
    <message numerus="yes">
        <source>%Ln piece(s) of work was</source>
        <translation>
            <numerusform>%Ln piece of work was</numerusform>
            <numerusform>%Ln pieces of work were</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunsPage</name>
    <message numerus="yes">
        <source>%Ln under way</source>
        <translation>
            <numerusform>%Ln under way</numerusform>
            <numerusform>%Ln under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln message(s) discarded.</source>
        <translation>
            <numerusform>%1 %Ln message discarded.</numerusform>
            <numerusform>%1 %Ln messages discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln artist(s) queued as “%1”.</source>
        <translation>
            <numerusform>%Ln artist queued as “%1”.</numerusform>
            <numerusform>%Ln artists queued as “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting: all work is paused</source>
        <translation>
            <numerusform>%Ln waiting: all work is paused</numerusform>
            <numerusform>%Ln waiting: all work is paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that wait are discarded; what was found stays. This can&apos;t be undone, but the artists can be seeded again.</source>
        <translation>
            <numerusform>%Ln message that waits is discarded; what was found stays. This can&apos;t be undone, but the artists can be seeded again.</numerusform>
            <numerusform>%Ln messages that wait are discarded; what was found stays. This can&apos;t be undone, but the artists can be seeded again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting: the work has stopped</source>
        <translation>
            <numerusform>%Ln waiting: the work has stopped</numerusform>
            <numerusform>%Ln waiting: the work has stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SeedDialog</name>
    <message numerus="yes">
        <source>%Ln artist(s)</source>
        <translation>
            <numerusform>%Ln artist</numerusform>
            <numerusform>%Ln artists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s)</source>
        <translation>
            <numerusform>%Ln duplicate</numerusform>
            <numerusform>%Ln duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) not understood</source>
        <translation>
            <numerusform>%Ln line not understood</numerusform>
            <numerusform>%Ln lines not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seed %Ln artist(s)</source>
        <translation>
            <numerusform>Seed %Ln artist</numerusform>
            <numerusform>Seed %Ln artists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave without seeding? The %Ln line(s) are kept nowhere else.</source>
        <translation>
            <numerusform>Leave without seeding? The line is kept nowhere else.</numerusform>
            <numerusform>Leave without seeding? The %Ln lines are kept nowhere else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SeedLinesModel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SelectionBanner</name>
    <message numerus="yes">
        <source>%Ln producer(s) that match are selected, those further down too.</source>
        <translation>
            <numerusform>%Ln producer that matches is selected.</numerusform>
            <numerusform>%Ln producers that match are selected, those further down too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ServicePanel</name>
    <message numerus="yes">
        <source>Forget %Ln answer(s) of %1?</source>
        <translation>
            <numerusform>Forget %Ln answer of %1?</numerusform>
            <numerusform>Forget %Ln answers of %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln answer(s)</source>
        <translation>
            <numerusform>Forget %Ln answer</numerusform>
            <numerusform>Forget %Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ServiceStrip</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from the cache</source>
        <translation>
            <numerusform>%Ln from the cache</numerusform>
            <numerusform>%Ln from the cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) since the start</source>
        <translation>
            <numerusform>%Ln call since the start</numerusform>
            <numerusform>%Ln calls since the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ServicesPage</name>
    <message numerus="yes">
        <source>%Ln answer(s) of %1 forgotten</source>
        <translation>
            <numerusform>%Ln answer of %1 forgotten</numerusform>
            <numerusform>%Ln answers of %1 forgotten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::TotalsStrip</name>
    <message numerus="yes">
        <source>recording(s)</source>
        <translation>
            <numerusform>recording</numerusform>
            <numerusform>recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>producer(s)</source>
        <translation>
            <numerusform>producer</numerusform>
            <numerusform>producers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>credit(s)</source>
        <translation>
            <numerusform>credit</numerusform>
            <numerusform>credits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>profile(s)</source>
        <translation>
            <numerusform>profile</numerusform>
            <numerusform>profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recording(s) without a song</source>
        <translation>
            <numerusform>recording without a song</numerusform>
            <numerusform>recordings without a song</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::YearsChart</name>
    <message numerus="yes">
        <source>%1: %Ln credit(s)</source>
        <translation>
            <numerusform>%1: %Ln credit</numerusform>
            <numerusform>%1: %Ln credits</numerusform>
        </translation>
    </message>
</context>
</TS>
