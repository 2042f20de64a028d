//! Icons, drawn on a 20 by 20 grid. They are decoration: what they mean is said beside them or in a label.

use leptos::prelude::*;

macro_rules! icons {
    ($class:literal $($name:ident $path:literal)*) => {$(
        #[allow(non_snake_case, reason = "a component")]
        pub fn $name() -> impl IntoView {
            view! {
                <svg class=$class viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                    <path d=$path />
                </svg>
            }
        }
    )*};
}

icons! {
    "icon"
    SearchIcon "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4"
    CloseIcon "M5 5l10 10M15 5 5 15"
    ThemeIcon "M10 3.5a6.5 6.5 0 1 0 0 13v-13ZM10 3.5a6.5 6.5 0 0 1 0 13"
    ClockIcon "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM10 6.8V10l2.2 1.6"
    TickIcon "M4.5 10.5 8.5 14.5 15.5 6"
    TicksIcon "M2 10.5 6 14.5 13 6M8.2 13l1.5 1.5L17 6"
    AlertIcon "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM10 7v3.8M10 13v.2"
    DoubtIcon "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM8.2 8.3c.2-2.2 3.8-2 3.6.2-.1 1.1-1.8 1.3-1.8 2.5M10 13.2v.2"
    HandIcon "M6 10.5V6.2a1.1 1.1 0 0 1 2.2 0V9m0-.5V5.1a1.1 1.1 0 0 1 2.2 0V9m0-3.3a1.1 1.1 0 0 1 2.2 0V9.5m0-1.8a1.1 1.1 0 0 1 2.2 0v4.1c0 2.8-1.9 4.7-4.6 4.7-2 0-3.2-.8-4.2-2.5L4 11.3c-.6-1.1.8-2 1.6-1.1l1 1.2"
    BotIcon "M5 8h10v7H5zM10 8V5M10 4.6v.2M8 11v1M12 11v1M3.5 10.5v2M16.5 10.5v2"
    PhotoIcon "M3.5 5h13v10h-13zM3.5 13l3.5-3.5 3 3 2-2 4.5 4M12.5 7.8v.2"
    VideoIcon "M3.5 6h9v8h-9zM12.5 9l4-2v6l-4-2"
    VoiceIcon "M10 3.5a2 2 0 0 0-2 2V10a2 2 0 0 0 4 0V5.5a2 2 0 0 0-2-2ZM5.5 9.5a4.5 4.5 0 0 0 9 0M10 14v2.5"
    AudioIcon "M8 14.500V5l7-1.500V13M6 12.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM13 11a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z"
    FileIcon "M5.5 3.5h6l3 3v10h-9zM11.5 3.5v3h3"
    PlaceIcon "M10 17s5-4.6 5-8.5a5 5 0 0 0-10 0C5 12.400 10 17 10 17ZM10 7a1.6 1.6 0 1 0 0 3.200A1.600 1.600 0 0 0 10 7Z"
    PersonIcon "M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM4 16.500c.5-3 3-4.500 6-4.500s5.500 1.500 6 4.500"
    CardIcon "M3.500 5h13v10h-13zM8 8a1.400 1.400 0 1 0 0 2.800A1.400 1.400 0 0 0 8 8ZM5.500 13c.3-1 1.300-1.500 2.500-1.500s2.200.500 2.500 1.500M12.500 8.500h2M12.500 11h2"
    InboxIcon "M3.500 11 6 4.500h8l2.500 6.500v4.500h-13zM3.500 11h4l1 2h3l1-2h4"
    DownIcon "M5 8l5 5 5-5"
    MenuIcon "M3.500 6h13M3.500 10h13M3.500 14h13"
    FrameIcon "M3.500 4.500h13v11h-13zM3.500 8h13M6 6.300v.1M8 6.300v.1"
    PhoneIcon "M7 3.500h6a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM9.200 14.200h1.600"
    PeopleIcon "M7.500 4.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM3 15.500c.3-2.600 2-4 4.500-4s4.200 1.400 4.500 4M12.500 5.200a2.300 2.300 0 0 1 0 4.200M14 11.900c1.700.5 2.800 1.700 3 3.600"
    OfficeIcon "M4.500 16.500v-12h7v12M11.500 8h4v8.500M3 16.500h14M7 7.500h2M7 10.500h2M7 13.500h2"
    KeyIcon "M12.500 4a3.500 3.500 0 1 0-3.300 4.700L4 14v2h2.500v-1.800h1.800v-1.800l2-2A3.500 3.500 0 0 0 12.500 4ZM13 6.800v.1"
    HookIcon "M7.500 4.500h5v4h-5zM3.500 12.500h4v3h-4zM12.500 12.500h4v3h-4zM10 8.500v2M5.500 12.500v-2h9v2"
    CopyIcon "M7.500 7.500h8v8h-8zM12.500 7.500v-3h-8v8h3"
    EditIcon "M4.500 15.500l.7-3.200 7.700-7.700 2.500 2.500-7.700 7.700-3.200.7ZM11.200 6.300l2.500 2.500"
    ClipIcon "M14.500 9.500 9.700 14.300a3 3 0 0 1-4.300-4.300l5.800-5.700a2 2 0 0 1 2.900 2.800l-5.700 5.700a1 1 0 0 1-1.500-1.400l4.800-4.700"
    SmileIcon "M10 3.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM7.600 8v.2M12.400 8v.2M7 11.500c.8 1.300 1.700 1.900 3 1.900s2.200-.6 3-1.900"
    UpIcon "M5 12l5-5 5 5"
    BinIcon "M4.500 6h11M8 6V4.200h4V6M6 6l.7 10h6.600L14 6M8.500 8.800v4.500M11.500 8.800v4.500"
    PauseIcon "M6 6h8v8H6z"
    RetryIcon "M15.500 8.500A5.800 5.800 0 1 0 16 11M15.800 4.500v4h-4"
    PlusIcon "M10 4.500v11M4.500 10h11"
    GoodIcon "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM7.400 10.200l1.900 1.900 3.400-4"
    WarnIcon "M10 4.200 3.800 15.500h12.400ZM10 8.500v3.200M10 13.600v.1"
    BellIcon "M5 13.500c1-1 1-2.200 1-4.500a4 4 0 0 1 8 0c0 2.300 0 3.500 1 4.500ZM8.500 15.800c.7.900 2.300.900 3 0"
    BellOffIcon "M6.200 7.800C6 8.200 6 8.600 6 9c0 2.300 0 3.500-1 4.500h8.500M7.600 5.800A4 4 0 0 1 14 9c0 1.700 0 2.800.4 3.600M8.500 15.800c.7.900 2.300.900 3 0M4 4l12 12"
    ComposeIcon "M15.500 11v4.500h-11v-11H9M8 12l.5-2.500 6.300-6.300 2 2-6.300 6.300Z"
    LockIcon "M5.500 9h9v7h-9zM7.500 9V6.500a2.500 2.500 0 0 1 5 0V9"
    SettingsIcon "M4 6.500h6M14 6.500h2M12 4.800a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400ZM4 13.500h2M10 13.500h6M8 11.800a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400Z"
    LinkIcon "M8.500 11.500l3-3M9 6.500l1.500-1.500a3 3 0 0 1 4.300 4.300L13 11M11 13.500 9.500 15a3 3 0 0 1-4.300-4.300L7 9"
    ButtonsIcon "M3.500 4.500h13v4.500h-13zM3.500 11.500h13v4.500h-13zM8 6.750h4M8 13.750h4"
    TargetIcon "M10 5.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM10 3v3M10 14v3M3 10h3M14 10h3"
    StopIcon "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM5.800 5.800l8.400 8.400"
}

// These point somewhere, and the other way where lines begin at the right.
icons! {
    "icon icon-turns"
    SendIcon "M3.5 10 16.5 4l-4 12.5-3-5.5-6-1ZM9.5 11l7-7"
    BackIcon "M12.5 4.5 7 10l5.5 5.5"
    DetailsIcon "M3.5 4.5h13v11h-13zM12 4.5v11"
    ReplyIcon "M8 5 3.500 9.500 8 14M3.500 9.500h8a5 5 0 0 1 5 5v1"
    OutIcon "M8.500 5h-4v10.500H15v-4M11.500 4.500h4v4M15.300 4.700 9 11"
    LeaveIcon "M8.500 4.500h-4v11h4M12.500 6.500 16 10l-3.500 3.500M16 10H8"
    LogIcon "M4 5.500h12M4 10h12M4 14.500h7"
}

/// The read tick is a filled badge: told from "delivered" by shape, not by colour alone.
#[allow(non_snake_case, reason = "a component")]
pub fn ReadIcon() -> impl IntoView {
    view! {
        <svg class="icon icon-read" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle class="icon-fill" cx="10" cy="10" r="7" />
            <path class="icon-cut" d="M4.800 10.300 7.600 13.200 12 7.600M9.500 12.700l.6.5L14.900 7.600" />
        </svg>
    }
}
