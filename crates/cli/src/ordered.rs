//! Work done by several threads, given out in the order in which it came.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, sync_channel};

/// Does `work` on every item with `jobs` threads and hands the results to `sink` in the order of the items.
///
/// Holds no more than some eight items a thread at a time, however many come. Stops taking items when `sink`
/// says so by an error, which is returned.
pub fn ordered<I, T, R, E>(
    items: I,
    jobs: usize,
    work: impl Fn(T) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    I: Iterator<Item = T> + Send,
    T: Send,
    R: Send,
{
    let jobs = jobs.max(1);
    // Whoever takes an item also takes its number and a permit, so that results cannot pile up behind a slow one.
    let source = Mutex::new(items.enumerate());
    let (permit, permits) = sync_channel::<()>(jobs * 8);
    let (done, results) = sync_channel::<(usize, R)>(jobs * 8);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let (done, permit, source, work) = (done.clone(), permit.clone(), &source, &work);
            scope.spawn(move || {
                loop {
                    if permit.send(()).is_err() {
                        return;
                    }
                    let next = match source.lock() {
                        Ok(mut items) => items.next(),
                        Err(_) => None,
                    };
                    let Some((number, item)) = next else { return };
                    if done.send((number, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop((done, permit));
        drain(results, permits, &mut sink)
    })
}

/// Hands results on in order, giving a permit back for each; drops both channels when `sink` fails.
fn drain<R, E>(
    results: Receiver<(usize, R)>,
    permits: Receiver<()>,
    sink: &mut impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, result) in results {
        waiting.insert(number, result);
        while let Some(result) = waiting.remove(&next) {
            next += 1;
            // There is one: the result's own.
            let _ = permits.try_recv();
            sink(result)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept_on_any_number_of_threads() {
        for jobs in [1, 2, 7] {
            let mut got = Vec::new();
            let slow = |n: u64| {
                std::thread::sleep(std::time::Duration::from_micros(n * 7919 % 97));
                n * n
            };
            ordered(0..500u64, jobs, slow, |r| {
                got.push(r);
                Ok::<(), ()>(())
            })
            .unwrap();
            assert_eq!(got, (0..500).map(|n| n * n).collect::<Vec<u64>>());
        }
    }

    #[test]
    fn a_sink_that_fails_ends_the_work() {
        let end = ordered(0u64.., 3, |n| n, |n| if n < 10 { Ok(()) } else { Err(n) });
        assert_eq!(end, Err(10));
    }
}
