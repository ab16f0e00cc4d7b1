// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connectionthread.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace linernotes
{

/// The state of work in batches that can tell both what is done and what broke it off.
template <typename State>
concept TellsWhatBrokeItOff = requires(State state, const Error &error) {
    state.brokenOff = error;
    state.hasDone();
};

/// The database as the program sees it: one writer with group commit, and readers with their own connections.
/// Functions run on the store's threads and get the connection there; they must not keep it.
/// All members may be called from every thread. Everything handed over is answered, also while closing.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the file and brings its schema up to date. `clock` must outlive the store.
    static Result<std::unique_ptr<Store>> open(const QString &path, const Clock &clock = Clock::system());
    ~Store() override;
    Q_DISABLE_COPY_MOVE(Store)

    /// Runs `function(Database&) -> Result<T>` in a transaction with others that came meanwhile and answers after the
    /// COMMIT. An error undoes what this function did and nothing else; for that the group may be undone and run again,
    /// so a function must be repeatable: it changes nothing but the database.
    template <typename Function>
    auto transact(Function function)
    {
        return enqueue(*m_writer, std::move(function));
    }
    /// Much work in small transactions, others between them. `step(Database&, const State&) -> Result<State>` is
    /// repeatable as above and goes on from the state that the step before left, until the state's isDone. Where the
    /// store is closed meanwhile, or `goesOn(const State&)` says no after a step is committed, the answer is the state
    /// so far. The first error ends it, and is the answer; or is in the answer as `brokenOff`, where the state has that
    /// and says by hasDone() that something was done before.
    template <typename State, typename Step>
    QFuture<Result<State>> transactInBatches(Step step, std::function<bool(const State &)> goesOn = {})
    {
        auto batches = std::make_shared<Batches<State, Step>>(
            Batches<State, Step>{std::move(step), std::move(goesOn), {}, {}, {}});
        batches->promise.start();
        submitBatch(batches);
        return batches->promise.future();
    }
    /// The same as transact() on a read-only connection: for the workers' own short questions.
    template <typename Function>
    auto query(Function function)
    {
        return enqueue(*m_reader, std::move(function));
    }
    /// For the desktop's pages, which must not hold up the workers.
    template <typename Function>
    auto view(Function function)
    {
        return enqueue(*m_viewer, std::move(function));
    }
    /// For lists that are searched while somebody types. A future that is cancelled ends at once, with whatever it is
    /// at: nobody waits for the answer to what was typed before.
    template <typename Function>
    auto search(Function function)
    {
        return enqueue(*m_searcher, std::move(function));
    }
    /// For exports and checks, which read much and must not hold up the pages.
    template <typename Function>
    auto scan(Function function)
    {
        return enqueue(*m_scanner, std::move(function));
    }

    /// While it is hurried, another process that holds the lock is not waited for: a transaction fails then.
    void setHurried(bool isHurried) { m_writer->setHurried(isHurried); }

    /// Who hears, on the writer's thread, of the events that committed transactions noted. To be set before anything is
    /// handed over.
    void setHearer(std::function<void(std::vector<Event>)> hear) { m_hear = std::move(hear); }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

Q_SIGNALS:
    /// Messages were committed to these queues. Emitted on the writer's thread.
    void messagesSent(const QSet<QString> &queues);

private:
    Store(QString path, const Clock &clock);

    /// While it lives, a read is broken off when its future is cancelled. A change is always carried out.
    class Wanted
    {
    public:
        template <typename Promise>
        Wanted(Database &database, Promise &promise)
            : m_database(database)
        {
            if (database.isReadOnly())
                database.setUnwanted([&promise] { return promise.isCanceled(); });
        }
        ~Wanted()
        {
            if (m_database.isReadOnly())
                m_database.setUnwanted({});
        }
        Wanted(const Wanted &) = delete;
        Wanted &operator=(const Wanted &) = delete;

    private:
        Database &m_database;
    };

    template <typename Function>
    static auto enqueue(ConnectionThread &thread, Function function)
    {
        using Answer = std::invoke_result_t<Function, Database &>;
        struct Pending {
            Function function;
            QPromise<Answer> promise;
            std::optional<Answer> answer;
        };
        auto pending = std::make_shared<Pending>(Pending{std::move(function), {}, {}});
        pending->promise.start();
        auto future = pending->promise.future();
        thread.submit({[pending](Database &database) {
                           const Wanted wanted(database, pending->promise);
                           if (!database.isReadOnly() || !pending->promise.isCanceled())
                               pending->answer = pending->function(database);
                           else
                               pending->answer = failure(ErrorCategory::Cancelled, QString());
                           return pending->answer->has_value();
                       },
                       [pending](const std::optional<Error> &error) {
                           if (error)
                               pending->promise.addResult(Answer(failure(*error)));
                           else
                               pending->promise.addResult(std::move(*pending->answer));
                           pending->promise.finish();
                       }});
        return future;
    }

    template <typename State, typename Step>
    struct Batches {
        Step step;
        std::function<bool(const State &)> goesOn;
        State state;
        std::optional<Result<State>> outcome;
        QPromise<Result<State>> promise;
    };
    template <typename State, typename Step>
    void submitBatch(const std::shared_ptr<Batches<State, Step>> &batches)
    {
        m_writer->submit({[batches](Database &database) {
                              batches->outcome = batches->step(database, batches->state);
                              return batches->outcome->has_value();
                          },
                          [this, batches](const std::optional<Error> &error) {
                              auto outcome = error ? Result<State>(failure(*error)) : std::move(*batches->outcome);
                              const bool isWanted = outcome && (!batches->goesOn || batches->goesOn(*outcome));
                              if (isWanted && !outcome->isDone && !m_writer->isStopping()) {
                                  batches->state = std::move(*outcome);
                                  submitBatch(batches);
                                  return;
                              }
                              if constexpr (TellsWhatBrokeItOff<State>) {
                                  if (!outcome && batches->state.hasDone()) {
                                      batches->state.brokenOff = outcome.error();
                                      outcome = std::move(batches->state);
                                  }
                              }
                              batches->promise.addResult(std::move(outcome));
                              batches->promise.finish();
                          }});
    }

    QString m_path;
    const Clock &m_clock;
    std::function<void(std::vector<Event>)> m_hear;
    std::unique_ptr<ConnectionThread> m_writer;
    std::unique_ptr<ConnectionThread> m_reader;
    std::unique_ptr<ConnectionThread> m_viewer;
    std::unique_ptr<ConnectionThread> m_searcher;
    std::unique_ptr<ConnectionThread> m_scanner;
};

} // namespace linernotes
