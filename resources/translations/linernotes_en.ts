<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>linernotes::ui::CompareDialog</name>
    <message numerus="yes">
        <source>%Ln producer(s) are new. Return opens one.</source>
        <translation>
            <numerusform>%Ln producer is new. Return opens it.</numerusform>
            <numerusform>%Ln producers are new. Return opens one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln credit(s))</source>
        <translation>
            <numerusform>%1 (%Ln credit)</numerusform>
            <numerusform>%1 (%Ln credits)</numerusform>
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
</context>
<context>
    <name>linernotes::ui::PipelinePage</name>
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
</context>
<context>
    <name>linernotes::ui::ProducerPage</name>
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
    <name>linernotes::ui::ServiceStrip</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
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
        <source>%Ln from the cache</source>
        <translation>
            <numerusform>%Ln from the cache</numerusform>
            <numerusform>%Ln from the cache</numerusform>
        </translation>
    </message>
</context>
</TS>
