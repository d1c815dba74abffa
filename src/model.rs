//! What is asked and what was said: the questionnaire, the assessment, days; and files as text.

pub mod date;
pub mod sorted;
pub mod pack;
pub mod assessment;
pub mod decode;
