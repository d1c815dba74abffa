//! Scripts that fill in a Statement of Applicability.

/// Controls of each kind: said, left out, against their level, of the organisation's own.
pub const DECIDED: &str = "
    organisation Miller Bakery
    act version | 14:02
    A.5.1 = 2
    act implementation 10 | implemented
    act inclusion 10 risk | +
    A.5.1 owner Yusuf
    A.5.1 evidence 0 Signed list
    A.5.1 kept 1 Cabinet 7
    A.7.1 = - We rent no rooms and own none
    A.7.2 = - not relevant
    act applicable 14 | yes
    act own add
    act own name 0 | doors
    act own add";

/// What makes all of that complete.
pub const COMPLETED: &str = "
    scope The shop and the van
    act approver | Yusuf
    act approved | 2026-11-01
    act implementation 10 |
    act how 10 | Cabinet 7
    act due 10 | 2027-01-31
    act applicable 11 | yes
    act inclusion 11 law | +
    act inclusion 11 contract | +
    act implementation 11 | implemented
    act how 11 | Cabinet 7
    act owner 11 | Yusuf
    act evidence 11 | Signed list
    A.7.2 = - We rent no rooms and own none
    act inclusion 14 practice | +
    act owner 14 | Yusuf
    act due 14 | 2027-01-31
    act own remove 1
    act inclusion o0 risk | +
    act implementation o0 | no
    act owner o0 | Yusuf
    act due o0 | 2027-01-31";
