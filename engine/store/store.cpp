// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

namespace linernotes
{

Store::Store(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_clock(clock)
    , m_writer(std::make_unique<ConnectionThread>(m_path, Database::Access::ReadWrite, clock,
                                                  [this](const QSet<QString> &queues, std::vector<Event> events) {
                                                      if (!queues.isEmpty())
                                                          Q_EMIT messagesSent(queues);
                                                      if (m_hear && !events.empty())
                                                          m_hear(std::move(events));
                                                  }))
    , m_reader(std::make_unique<ConnectionThread>(m_path, Database::Access::ReadOnly, clock, nullptr))
    , m_viewer(std::make_unique<ConnectionThread>(m_path, Database::Access::ReadOnly, clock, nullptr))
    , m_searcher(std::make_unique<ConnectionThread>(m_path, Database::Access::ReadOnly, clock, nullptr))
    , m_scanner(std::make_unique<ConnectionThread>(m_path, Database::Access::ReadOnly, clock, nullptr))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &path, const Clock &clock)
{
    std::unique_ptr<Store> store(new Store(path, clock));
    // The writer first: it makes the file and the write-ahead log that the readers look for.
    for (auto *thread : {store->m_writer.get(), store->m_reader.get(), store->m_viewer.get(), store->m_searcher.get(),
                         store->m_scanner.get()}) {
        if (auto error = thread->start())
            return failure(*error);
    }
    return store;
}

} // namespace linernotes
