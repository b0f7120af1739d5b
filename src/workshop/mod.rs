//! Workshops without a server: lessons as links, answers as short codes, scores that reward honesty, a
//! league of schemes. Pure, like all of the library; the page is `src/bin/workshop/`.

pub mod draw;
pub mod league;
pub mod lesson;
pub mod link;
pub mod own;
pub mod ready;
pub mod room;
pub mod say;
pub mod scheme;
pub mod score;
pub mod sign;
pub mod ticket;
pub mod wrong;
