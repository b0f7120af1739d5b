//! What every component gets: shared values that are compared by identity, and the one way to answer.

use crate::app::Msg;
use std::ops::Deref;
use std::rc::Rc;
use yew::Callback;

/// A value behind a counter, equal to itself alone: comparing properties costs one pointer.
pub struct Shared<T>(pub Rc<T>);

impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// How components tell the page what happened. There is one, made once, so that it never makes a
/// component render again.
pub type Dispatch = Callback<Msg>;

/// A reference into the library's tables, equal to itself alone.
pub struct Entry<T: 'static>(pub &'static T);

impl<T> Clone for Entry<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Entry<T> {}

impl<T> PartialEq for Entry<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl<T> Deref for Entry<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.0
    }
}
